import { type CancelBooking, cancelBooking } from './cancel-booking.ts'
import { type ConfirmBooking, confirmBooking } from './confirm-booking.ts'
import type { Circumstances } from './decision.ts'
import { type EndVisits, endVisits } from './end-visits.ts'
import { type ExpireHold, expireHold } from './expire-hold.ts'
import { type HoldSeats, holdSeats } from './hold-seats.ts'
import { type ImportBooking, importBooking } from './import-booking.ts'
import { type ReleaseHold, releaseHold } from './release-hold.ts'
import type { SessionState } from './session.ts'

export type SessionCommand =
  | HoldSeats
  | ReleaseHold
  | ExpireHold
  | ConfirmBooking
  | CancelBooking
  | EndVisits
  | ImportBooking

export function decide(command: SessionCommand, session: SessionState, circumstances: Circumstances) {
  switch (command.type) {
    case 'hold-seats':
      return holdSeats(command, session, circumstances)
    case 'release-hold':
      return releaseHold(command, session, circumstances)
    case 'expire-hold':
      return expireHold(command, session, circumstances)
    case 'confirm-booking':
      return confirmBooking(command, session, circumstances)
    case 'cancel-booking':
      return cancelBooking(command, session, circumstances)
    case 'end-visits':
      return endVisits(command, session, circumstances)
    case 'import-booking':
      return importBooking(command, session, circumstances)
  }
}
