/** Five durable consumers, one per noun, with one handler: facts are stored, and events that need a mail request it. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingCancelled, bookingConfirmed } from '@fernweh/contracts/events/bookings'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { cancelCalls } from '@fernweh/kit/server/third-parties/calls'
import { CONSUMERS } from '../domain/consumers.ts'
import { mailName } from '../domain/decider.ts'
import { toFact } from '../domain/facts.ts'
import {
  consumedEvents,
  isMailTrigger,
  type MailTrigger,
  needsMail,
  reminderIdOf,
  toReminder,
  toRequest,
} from '../domain/mail-triggers.ts'
import { type Installation, isImported, readStart, storeFacts } from '../views/facts.ts'
import { requestMail } from '../views/requested-mails.ts'

interface Deps {
  installation: Installation
  /** Called when mails may have been requested. */
  afterCommit(): void
}

export function requestMails({ consume }: Pick<Service, 'consume'>, { installation, afterCommit }: Deps): void {
  for (const [name, source] of Object.entries(CONSUMERS)) {
    consume({ name, ...source, handleAll: (tx, envelopes) => handleEvents(tx, envelopes, installation), afterCommit })
  }
}

export async function handleEvents(
  tx: Transaction,
  envelopes: readonly Envelope[],
  { since, remindersSince }: Installation,
): Promise<void> {
  const events = envelopes.map((envelope) => readEvent(consumedEvents, envelope))
  const facts = events.flatMap((event) => toFact(event) ?? [])
  if (facts.length > 0) await storeFacts(tx, facts)
  for (const event of events.filter(isMailTrigger)) {
    if (!needsMail(event, { since, imported: await isImported(tx, event) })) continue
    await requestMail(tx, toRequest(event))
    await changeReminder(tx, event, remindersSince)
  }
}

async function changeReminder(tx: Transaction, event: MailTrigger, remindersSince: Date): Promise<void> {
  if (event.type === bookingCancelled.type) await tx.query(cancelCalls([mailName(reminderIdOf(event.data.bookingId))]))
  if (event.type !== bookingConfirmed.type) return
  const reminder = toReminder(event, await readStart(tx, event.data.sessionId), remindersSince)
  if (reminder) await requestMail(tx, reminder)
}
