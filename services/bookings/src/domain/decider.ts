import type { Refused } from '@fernweh/contracts/api/operation'
import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { type CancelBooking, cancelBooking } from './cancel-booking.ts'
import { type ConfirmBooking, confirmBooking } from './confirm-booking.ts'
import type { Circumstances } from './decision.ts'
import { type EndVisits, endVisits } from './end-visits.ts'
import { type ExpireHold, expireHold } from './expire-hold.ts'
import { type HoldSeats, holdSeats } from './hold-seats.ts'
import { type ImportBooking, importBooking } from './import-booking.ts'
import { type OpenSession, openSession } from './open-session.ts'
import { type ReleaseHold, releaseHold } from './release-hold.ts'
import { evolve, type SessionEvent, type SessionState } from './session.ts'

export type SessionCommand =
  | OpenSession
  | HoldSeats
  | ReleaseHold
  | ExpireHold
  | ConfirmBooking
  | CancelBooking
  | EndVisits
  | ImportBooking

export type SessionAnswer = { booking: Booking } | { visits: number } | { opened: boolean }

/** What holds for every decision of an installation. */
export type Terms = Omit<Circumstances, 'now'>

/** One stream per session: seats are counted, held, confirmed and given back in it. */
export const createSessionDecider = (terms: Terms) => ({
  events: bookingsEvents,
  streamOf: ({ sessionId }: SessionCommand) => streamOf(sessionId),
  initial: null as SessionState,
  evolve,
  decide: (command: SessionCommand, session: SessionState, now: Date) => decide(command, session, { ...terms, now }),
})

export const streamOf = (sessionId: string) => `session.${sessionId}`

type SessionDecision = { events: SessionEvent[]; answer: SessionAnswer } | Refused

export function decide(command: SessionCommand, session: SessionState, circumstances: Circumstances): SessionDecision {
  switch (command.type) {
    case 'open-session':
      return openSession(command, session)
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
