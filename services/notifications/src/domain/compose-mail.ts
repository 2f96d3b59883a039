import {
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  signUpRequested,
} from '@fernweh/contracts/events/accounts'
import { bookingCancelled, bookingConfirmed, confirmationRefused, visitEnded } from '@fernweh/contracts/events/bookings'
import { changedPassword, passwordReset, repeatedSignUp, signUp } from './account-mails.ts'
import { type BookingDetails, cancelled, confirmed, paidTooLate, reminder, reviewInvitation } from './booking-mails.ts'
import type { MailDocument, Reader } from './mail-document.ts'
import type { MailRequest } from './mail-triggers.ts'

/** Data for a mail that its event does not contain. */
export interface MailInputs {
  reader: Reader
  /** Unsealed; null for events without one. */
  token: string | null
  /** Null for events without a booking. */
  booking: BookingDetails | null
}

export function composeMail({ event, about }: MailRequest, { reader, token, booking }: MailInputs): MailDocument {
  switch (event.type) {
    case signUpRequested.type:
      return signUp(event, required(token, 'token'), reader)
    case signUpRepeated.type:
      return repeatedSignUp(reader)
    case passwordResetRequested.type:
      return passwordReset(event, required(token, 'token'), reader)
    case passwordChanged.type:
      return changedPassword(event, reader)
    case bookingConfirmed.type:
      return (about === 'booking-reminder' ? reminder : confirmed)(event, required(booking, 'booking'), reader)
    case bookingCancelled.type:
      return cancelled(event, required(booking, 'booking'), reader)
    case confirmationRefused.type:
      return paidTooLate(event, required(booking, 'booking'), reader)
    case visitEnded.type:
      return reviewInvitation(event, required(booking, 'booking'), reader)
  }
}

function required<Input>(input: Input | null, name: string): Input {
  if (input === null) throw new Error(`the mail cannot be composed without its ${name}`)
  return input
}
