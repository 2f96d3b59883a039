/**
 * One mail for each event that is told. Wanted, it is a call named `mail.<event id>`; settled, a stream of the same name
 * with one event. It is never both.
 */
import { type EnvelopeOf, readEvent } from '@fernweh/contracts/events/define-event'
import { mailAccepted, mailGivenUp } from '@fernweh/contracts/events/notifications'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { append } from '@fernweh/kit/server/event-log/event-log'
import { type CallEffect, type DurableCall, requestCalls } from '@fernweh/kit/server/third-parties/calls'
import { aboutOf, heardEvents, isTelling, isUrgent, recipientOf, type Telling } from '../domain/heard.ts'

export type Reason = EnvelopeOf<typeof mailGivenUp>['data']['reason']

const nameOf = ({ id }: Telling) => `${mailAccepted.noun}.${id}`

const toCall = (event: Telling): DurableCall => ({
  name: nameOf(event),
  kind: 'mail',
  urgent: isUrgent(event),
  data: event,
})

export function readCall({ name, data }: DurableCall): Telling {
  const event = readEvent(heardEvents, data as Parameters<typeof readEvent>[1])
  if (!isTelling(event)) throw new Error(`${name} tells nothing`)
  return event
}

/** Heard again, it changes nothing. Asked for first: that waits for one that is being settled at this moment. */
export async function want(tx: Transaction, event: Telling): Promise<void> {
  await tx.query(requestCalls([toCall(event)]))
  await tx.query({
    name: 'withdraw-settled',
    text: 'delete from calls using heads where name = stream and name = $1',
    values: [nameOf(event)],
  })
}

/** In the transaction that removes the call. */
export const wantLater =
  (event: Telling, due: Date): CallEffect =>
  async (tx) => {
    await tx.query(requestCalls([{ ...toCall(event), due }]))
  }

/** RFC 5322: the same for every copy, so that who gets two sees one. */
export const messageIdOf = ({ id }: Telling, origin: string) => `<${id}@${new URL(origin).hostname}>`

/** `givenUp` is why it will never be sent; without it a mail server took it over. */
export const settle =
  (event: Telling, origin: string, givenUp?: Reason): CallEffect =>
  async (tx) => {
    const { type, version: schemaVersion } = givenUp ? mailGivenUp : mailAccepted
    const mail = {
      mailId: event.id,
      accountId: recipientOf(event),
      about: aboutOf(event),
      messageId: messageIdOf(event, origin),
    }
    const data = { ...mail, ...(givenUp && { reason: givenUp }) }
    const meta = { correlationId: event.correlationid, causationId: event.id, traceparent: event.traceparent }
    await append(tx, [{ stream: nameOf(event), version: 1, type, schemaVersion, data, meta }])
  }
