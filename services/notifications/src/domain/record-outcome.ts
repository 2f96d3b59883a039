import type { EventOf } from '@fernweh/contracts/events/define-event'
import { mailAccepted, mailGivenUp } from '@fernweh/contracts/events/notifications'

export type GivenUpReason = EventOf<typeof mailGivenUp>['data']['reason']

export interface RecordOutcome {
  type: 'record-outcome'
  mail: EventOf<typeof mailAccepted>['data']
  /** Null when the mail server accepted the mail. */
  givenUp: GivenUpReason | null
}

export type MailEvent = EventOf<typeof mailAccepted> | EventOf<typeof mailGivenUp>

/** Whether the outcome of a mail is recorded; it is recorded once. */
export type MailState = 'waiting' | 'completed'

export function recordOutcome(
  { mail, givenUp }: RecordOutcome,
  state: MailState,
): { events: MailEvent[]; answer: null } {
  if (state === 'completed') return { events: [], answer: null }
  const event: MailEvent =
    givenUp === null
      ? { type: mailAccepted.type, data: mail }
      : { type: mailGivenUp.type, data: { ...mail, reason: givenUp } }
  return { events: [event], answer: null }
}
