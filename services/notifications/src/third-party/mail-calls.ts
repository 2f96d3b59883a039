/** From a requested mail to its outcome. */
import { mailAddress } from '@fernweh/contracts/api/accounts'
import { toLocale } from '@fernweh/contracts/browser/languages'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Keyring } from '@fernweh/kit/server/personal-data/sealing'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { CallEffect, DurableCall } from '@fernweh/kit/server/third-parties/calls'
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import { composeMail } from '../domain/compose-mail.ts'
import { toHtml, toLanguageTag, toLine, toText } from '../domain/mail-document.ts'
import { isOutOfDate, type MailRequest } from '../domain/mail-triggers.ts'
import type { GivenUpReason } from '../domain/record-outcome.ts'
import { ageOf, hasNoAddress, isMailboxUnreachable, retryDelayMs } from '../domain/wait-limits.ts'
import { readMailContext } from '../views/facts.ts'
import { messageIdOf, readCall, recordOutcome, requestAgain } from '../views/requested-mails.ts'
import { toAttachments } from './attachments.ts'
import { translateIn } from './messages.ts'
import type { Mail, Mailer } from './smtp.ts'

interface Deps {
  pool: Pool
  keyring: Pick<Keyring, 'unsealForGood'>
  mailer: Mailer
  /** Origin of the links. */
  origin: string
  log: Logger
  now?: () => Date
}

export function createMailCalls({ pool, keyring, mailer, origin, log, now = () => new Date() }: Deps) {
  async function perform(call: DurableCall, { signal }: { signal: AbortSignal }): Promise<CallEffect> {
    const request = readCall(call)
    const age = ageOf(request, now())
    const later = () => requestAgain(request, new Date(now().getTime() + retryDelayMs(age)))
    let mail: Mail | 'completed'
    try {
      mail = await prepare(request, age)
    } catch (error) {
      if (error instanceof PermanentFailure) throw error
      // Data missing here must not count as a failure of the mail server.
      log.debug({ call: call.name, err: String(error) }, 'data missing, mail postponed')
      return later()
    }
    if (mail === 'completed') return async () => {}
    if ((await mailer.send(mail, signal)) === 'accepted') return recordOutcome(request, origin, null)
    if (isMailboxUnreachable(age)) giveUp('refused-by-server')
    return later()
  }

  async function prepare(request: MailRequest, age: number): Promise<Mail | 'completed'> {
    const { event } = request
    if (isOutOfDate(request, now())) giveUp('out-of-date')
    const { contact, booking, completed } = await readMailContext(pool, request)
    if (completed) return 'completed'
    const { data } = event
    const sealed = 'mail' in data ? data.mail : contact.mail
    if (!sealed) return hasNoAddress(age) ? giveUp('no-address') : missing('address')
    if ('bookingId' in data && !booking) return missing('booking')
    const [address, token, name] = await unseal(sealed, 'token' in data ? data.token : undefined, contact.name)
    if (!isAddress(address) || ('token' in data && !token)) return giveUp('no-address')
    const locale = toLocale(('locale' in data ? data.locale : contact.locale) ?? '')
    const reader = { name: name ? toLine(name) : null, locale, translate: translateIn(locale), origin }
    const document = composeMail(request, { reader, token: token ?? null, booking })
    return {
      to: { name: document.to ?? '', address },
      subject: document.subject,
      text: toText(document, reader),
      html: toHtml(document, reader),
      attachments: toAttachments(document, now()),
      language: toLanguageTag(locale),
      messageId: messageIdOf(request, origin),
    }
  }

  /** In the order given; undefined where nothing was given, null where the key is deleted. */
  async function unseal(...sealed: (Parameters<Keyring['unseal']>[0][number] | undefined)[]) {
    const texts = await keyring.unsealForGood(sealed.flatMap((one) => one ?? []))
    return sealed.map((one) => (one ? texts.shift() : undefined))
  }

  return {
    perform,
    givenUp: (call: DurableCall, { message }: PermanentFailure): CallEffect =>
      recordOutcome(readCall(call), origin, message as GivenUpReason),
  }
}

/** Exactly one address: it becomes part of SMTP commands. */
const isAddress = (text: string | null | undefined): text is string => mailAddress.safeParse(text).success

function giveUp(reason: GivenUpReason): never {
  throw new PermanentFailure(reason)
}

function missing(what: string): never {
  throw new Error(`the event with its ${what} has not arrived yet`)
}
