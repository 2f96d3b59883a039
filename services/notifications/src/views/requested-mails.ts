/**
 * While a mail waits, it is a call named `mail.<mail id>`; once its outcome is known, it is a stream of that name with one event.
 * It is never both.
 */
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import { type CallEffect, type DurableCall, requestCalls } from '@fernweh/kit/server/third-parties/calls'
import { mailDecider, mailName } from '../domain/decider.ts'
import {
  consumedEvents,
  isMailTrigger,
  isUrgent,
  type MailRequest,
  type MailTrigger,
  mailIdOf,
  recipientOf,
  toRequest,
} from '../domain/mail-triggers.ts'
import type { GivenUpReason } from '../domain/record-outcome.ts'

/** The data of a reminder says when it was due; that of any other mail is its event. */
const toCall = (request: MailRequest): DurableCall => {
  const { event, about, since } = request
  const call = { name: mailName(mailIdOf(request)), urgent: isUrgent(request) }
  if (about !== 'booking-reminder') return { ...call, kind: 'mail', data: event }
  return { ...call, kind: 'reminder', due: new Date(since), data: { event, since } }
}

export function readCall({ name, kind, data }: DurableCall): MailRequest {
  if (kind === 'mail') return toRequest(readTrigger(name, data))
  const { event, since } = data as { event: unknown; since: string }
  return { event: readTrigger(name, event), about: 'booking-reminder', since }
}

function readTrigger(name: string, data: unknown): MailTrigger {
  const event = readEvent(consumedEvents, data as Parameters<typeof readEvent>[1])
  if (!isMailTrigger(event)) throw new Error(`the call ${name} holds ${event.type}, which needs no mail`)
  return event
}

/** Changes nothing for a mail that exists. The insert comes first: it waits for an outcome being recorded at this moment. */
export async function requestMail(tx: Transaction, request: MailRequest): Promise<void> {
  await tx.query(requestCalls([toCall(request)]))
  await tx.query({
    name: 'withdraw-settled',
    text: 'delete from calls using heads where name = stream and name = $1',
    values: [mailName(mailIdOf(request))],
  })
}

/** Runs in the transaction that removes the call. */
export const requestAgain =
  (request: MailRequest, due: Date): CallEffect =>
  async (tx) => {
    await tx.query(requestCalls([{ ...toCall(request), due }]))
  }

/** RFC 5322: equal for every copy, so that a recipient of two copies sees one. */
export const messageIdOf = (request: MailRequest, origin: string) =>
  `<${mailIdOf(request)}@${new URL(origin).hostname}>`

export const recordOutcome =
  (request: MailRequest, origin: string, givenUp: GivenUpReason | null): CallEffect =>
  async (tx) => {
    const { event, about } = request
    const mail = {
      mailId: mailIdOf(request),
      accountId: recipientOf(event),
      about,
      messageId: messageIdOf(request, origin),
    }
    await decideAll(tx, mailDecider, [{ command: { type: 'record-outcome', mail, givenUp }, meta: causedBy(event) }])
  }
