/**
 * Each mail belongs to one event. While it waits, it is a call named `mail.<event id>`; once its outcome is known, it is a
 * stream of that name with one event. It is never both.
 */
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import { type CallEffect, type DurableCall, requestCalls } from '@fernweh/kit/server/third-parties/calls'
import { mailDecider, mailName } from '../domain/decider.ts'
import {
  aboutOf,
  consumedEvents,
  isMailTrigger,
  isUrgent,
  type MailTrigger,
  recipientOf,
} from '../domain/mail-triggers.ts'
import type { GivenUpReason } from '../domain/record-outcome.ts'

const toCall = (event: MailTrigger): DurableCall => ({
  name: mailName(event.id),
  kind: 'mail',
  urgent: isUrgent(event),
  data: event,
})

export function readCall({ name, data }: DurableCall): MailTrigger {
  const event = readEvent(consumedEvents, data as Parameters<typeof readEvent>[1])
  if (!isMailTrigger(event)) throw new Error(`the call ${name} holds ${event.type}, which needs no mail`)
  return event
}

/** Changes nothing for a mail that exists. The insert comes first: it waits for an outcome being recorded at this moment. */
export async function requestMail(tx: Transaction, event: MailTrigger): Promise<void> {
  await tx.query(requestCalls([toCall(event)]))
  await tx.query({
    name: 'withdraw-settled',
    text: 'delete from calls using heads where name = stream and name = $1',
    values: [mailName(event.id)],
  })
}

/** Runs in the transaction that removes the call. */
export const requestAgain =
  (event: MailTrigger, due: Date): CallEffect =>
  async (tx) => {
    await tx.query(requestCalls([{ ...toCall(event), due }]))
  }

/** RFC 5322: equal for every copy, so that a recipient of two copies sees one. */
export const messageIdOf = ({ id }: MailTrigger, origin: string) => `<${id}@${new URL(origin).hostname}>`

export const recordOutcome =
  (event: MailTrigger, origin: string, givenUp: GivenUpReason | null): CallEffect =>
  async (tx) => {
    const mail = {
      mailId: event.id,
      accountId: recipientOf(event),
      about: aboutOf(event),
      messageId: messageIdOf(event, origin),
    }
    await decideAll(tx, mailDecider, [{ command: { type: 'record-outcome', mail, givenUp }, meta: causedBy(event) }])
  }
