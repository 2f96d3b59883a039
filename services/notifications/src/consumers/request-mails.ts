/** Five durable consumers, one per noun, with one handler: facts are stored, and events that need a mail request it. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { CONSUMERS } from '../domain/consumers.ts'
import { toFact } from '../domain/facts.ts'
import { consumedEvents, isMailTrigger, needsMail } from '../domain/mail-triggers.ts'
import { isImported, storeFacts } from '../views/facts.ts'
import { requestMail } from '../views/requested-mails.ts'

interface Deps {
  /** Start of the installation: earlier events get no mail. */
  since: Date
  /** Called when mails may have been requested. */
  afterCommit(): void
}

export function requestMails({ consume }: Pick<Service, 'consume'>, { since, afterCommit }: Deps): void {
  for (const [name, source] of Object.entries(CONSUMERS)) {
    consume({ name, ...source, handleAll: (tx, envelopes) => handleEvents(tx, envelopes, since), afterCommit })
  }
}

export async function handleEvents(tx: Transaction, envelopes: readonly Envelope[], since: Date): Promise<void> {
  const events = envelopes.map((envelope) => readEvent(consumedEvents, envelope))
  const facts = events.flatMap((event) => toFact(event) ?? [])
  if (facts.length > 0) await storeFacts(tx, facts)
  for (const event of events.filter(isMailTrigger)) {
    if (needsMail(event, { since, imported: await isImported(tx, event) })) await requestMail(tx, event)
  }
}
