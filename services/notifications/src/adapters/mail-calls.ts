/** From a wanted mail to a settled one. */
import { mailAddress } from '@fernweh/contracts/api/accounts'
import { toLocale } from '@fernweh/contracts/browser/languages'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Keyring } from '@fernweh/kit/server/personal-data/sealing'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { CallEffect, DurableCall } from '@fernweh/kit/server/third-parties/calls'
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import { isOutOfDate, type Telling } from '../domain/heard.ts'
import { toHtml, toLine, toTag, toText } from '../domain/letter.ts'
import { ageOf, hasNoAddress, neverTakesMail, pauseMs } from '../domain/patience.ts'
import { writeLetter } from '../domain/write-letter.ts'
import { gather } from '../views/known.ts'
import { messageIdOf, type Reason, readCall, settle, wantLater } from '../views/mails.ts'
import type { Mail, Mailer } from './smtp.ts'
import { sayIn } from './words.ts'

interface Options {
  pool: Pool
  keyring: Pick<Keyring, 'unsealForGood'>
  mailer: Mailer
  /** Where links lead. */
  origin: string
  log: Logger
  now?: () => Date
}

export function createMailCalls({ pool, keyring, mailer, origin, log, now = () => new Date() }: Options) {
  async function perform(call: DurableCall, { signal }: { signal: AbortSignal }): Promise<CallEffect> {
    const event = readCall(call)
    const age = ageOf(event, now())
    const later = () => wantLater(event, new Date(now().getTime() + pauseMs(age)))
    let mail: Mail | 'settled'
    try {
      mail = await write(event, age)
    } catch (error) {
      if (error instanceof PermanentFailure) throw error
      // What we lack is not the mail server's fault.
      log.debug({ call: call.name, err: String(error) }, 'mail waits')
      return later()
    }
    if (mail === 'settled') return async () => {}
    if ((await mailer.send(mail, signal)) === 'accepted') return settle(event, origin)
    if (neverTakesMail(age)) giveUp('refused-by-server')
    return later()
  }

  async function write(event: Telling, age: number): Promise<Mail | 'settled'> {
    if (isOutOfDate(event, now())) giveUp('out-of-date')
    const { contact, visit, settled } = await gather(pool, event)
    if (settled) return 'settled'
    const { data } = event
    const sealed = 'mail' in data ? data.mail : contact.mail
    if (!sealed) return hasNoAddress(age) ? giveUp('no-address') : lacks('address')
    if ('bookingId' in data && !visit) return lacks('visit')
    const [address, token, name] = await unseal(sealed, 'token' in data ? data.token : undefined, contact.name)
    if (!isAddress(address) || ('token' in data && !token)) return giveUp('no-address')
    const locale = toLocale(('locale' in data ? data.locale : contact.locale) ?? '')
    const reader = { name: name ? toLine(name) : null, locale, say: sayIn(locale), origin }
    const letter = writeLetter(event, { reader, token: token ?? null, visit })
    return {
      to: { name: letter.to ?? '', address },
      subject: letter.subject,
      text: toText(letter, reader),
      html: toHtml(letter, reader),
      language: toTag(locale),
      messageId: messageIdOf(event, origin),
    }
  }

  /** In the order given; undefined for what is not there, null for what nobody can read any more. */
  async function unseal(...sealed: (Parameters<Keyring['unseal']>[0][number] | undefined)[]) {
    const texts = await keyring.unsealForGood(sealed.flatMap((one) => one ?? []))
    return sealed.map((one) => (one ? texts.shift() : undefined))
  }

  return {
    perform,
    givenUp: (call: DurableCall, reason: string): CallEffect => settle(readCall(call), origin, reason as Reason),
  }
}

/** One address and nothing else: it goes into commands to the server. */
const isAddress = (text: string | null | undefined): text is string => mailAddress.safeParse(text).success

function giveUp(reason: Reason): never {
  throw new PermanentFailure(reason)
}

function lacks(what: string): never {
  throw new Error(`its ${what} was not heard yet`)
}
