import {
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  signUpRequested,
} from '@fernweh/contracts/events/accounts'
import { bookingCancelled, bookingConfirmed, confirmationRefused, visitEnded } from '@fernweh/contracts/events/bookings'
import { passwordIsChanged, passwordReset, signUp, signUpAgain } from './account-letters.ts'
import { cancelled, confirmed, invitation, paidTooLate, type Visit } from './booking-letters.ts'
import type { Telling } from './heard.ts'
import type { Letter, Reader } from './letter.ts'

/** What an event does not say itself. */
export interface Enclosed {
  reader: Reader
  /** Unsealed; for events that have one. */
  token: string | null
  /** For events of a booking. */
  visit: Visit | null
}

export function writeLetter(event: Telling, { reader, token, visit }: Enclosed): Letter {
  switch (event.type) {
    case signUpRequested.type:
      return signUp(event, given(token), reader)
    case signUpRepeated.type:
      return signUpAgain(reader)
    case passwordResetRequested.type:
      return passwordReset(event, given(token), reader)
    case passwordChanged.type:
      return passwordIsChanged(event, reader)
    case bookingConfirmed.type:
      return confirmed(event, given(visit), reader)
    case bookingCancelled.type:
      return cancelled(event, given(visit), reader)
    case confirmationRefused.type:
      return paidTooLate(event, given(visit), reader)
    case visitEnded.type:
      return invitation(event, given(visit), reader)
  }
}

function given<Enclosure>(enclosure: Enclosure | null): Enclosure {
  if (enclosure === null) throw new Error('a letter lacks what it is about')
  return enclosure
}
