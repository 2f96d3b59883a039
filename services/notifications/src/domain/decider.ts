import { mailAccepted, notificationsEvents } from '@fernweh/contracts/events/notifications'
import { type MailState, type RecordOutcome, recordOutcome } from './record-outcome.ts'

/** One stream per mail, named like its call. */
export const mailDecider = {
  events: notificationsEvents,
  streamOf: ({ mail }: RecordOutcome) => mailName(mail.mailId),
  initial: 'waiting' as MailState,
  evolve: (): MailState => 'completed',
  decide: recordOutcome,
}

export const mailName = (mailId: string) => `${mailAccepted.noun}.${mailId}`
