import type { bookingsEvents, seatsHeld, sessionOpened } from '@fernweh/contracts/events/bookings'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Money } from '@fernweh/contracts/money'
import { toLocalTime } from '@fernweh/contracts/zones'
import { type BookingMap, type BookingState, getBooking, noBookings, putBooking } from './booking-map.ts'

/** `at`: when it happened, where it is imported. */
export type SessionEvent = EventOf<(typeof bookingsEvents)[number]> & { at?: string }
type SessionOpened = EventOf<typeof sessionOpened>['data']
type SeatsHeld = EventOf<typeof seatsHeld>['data']

export interface Session {
  sessionId: string
  experienceId: string
  startsAt: string
  endsAt: string
  zone: string
  capacity: number
  price: Money
  /** Seats of the bookings with status `held`. */
  held: number
  /** Seats of the bookings with status `confirmed`. */
  confirmed: number
  bookings: BookingMap
}

/** Null until the session is opened. */
export type SessionState = Session | null

export const seatsLeft = ({ capacity, held, confirmed }: Session) => capacity - held - confirmed
export const hasStarted = ({ startsAt }: Session, now: Date) => new Date(startsAt) <= now

export function evolve(session: SessionState, event: SessionEvent): SessionState {
  if (event.type === 'fernweh.bookings.session-opened') return opened(event.data)
  if (!session) throw new Error(`${event.type} in a session that was never opened`)
  switch (event.type) {
    case 'fernweh.bookings.seats-held':
      return withBooking(session, undefined, newHold(event.data))
    case 'fernweh.bookings.hold-released':
      return change(session, event.data.holdId, { status: 'released' })
    case 'fernweh.bookings.hold-expired':
      return change(session, event.data.holdId, { status: 'expired' })
    case 'fernweh.bookings.booking-confirmed': {
      const { sessionId: _, ...confirmed } = event.data
      const before = getBooking(session.bookings, confirmed.bookingId)
      const imported = { expiresAt: session.startsAt, visited: false }
      return withBooking(session, before, { ...imported, ...before, ...confirmed, status: 'confirmed' })
    }
    case 'fernweh.bookings.confirmation-refused':
      return change(session, event.data.bookingId, { status: 'refused', paymentId: event.data.paymentId })
    case 'fernweh.bookings.booking-cancelled':
      return change(session, event.data.bookingId, { status: 'cancelled' })
    case 'fernweh.bookings.visit-ended':
      return change(session, event.data.bookingId, { visited: true })
  }
}

function opened({ durationMinutes, ...session }: SessionOpened): Session {
  const endsAt = new Date(Date.parse(session.startsAt) + durationMinutes * 60_000).toISOString()
  return { ...session, endsAt, held: 0, confirmed: 0, bookings: noBookings }
}

/** A booking as it begins. */
export function newHold({ holdId, travellerId, seats, price, expiresAt }: SeatsHeld): BookingState {
  return { bookingId: holdId, travellerId, seats, price, expiresAt, status: 'held', visited: false }
}

function change(session: Session, bookingId: string, what: Partial<BookingState>): Session {
  const before = getBooking(session.bookings, bookingId)
  if (!before) throw new Error(`session ${session.sessionId} never had a booking ${bookingId}`)
  return withBooking(session, before, { ...before, ...what })
}

/** Seats are counted by the status that a booking leaves, and the one that it enters. */
function withBooking(session: Session, before: BookingState | undefined, after: BookingState): Session {
  const gained = (status: Booking['status']) =>
    (after.status === status ? after.seats : 0) - (before?.status === status ? before.seats : 0)
  return {
    ...session,
    held: session.held + gained('held'),
    confirmed: session.confirmed + gained('confirmed'),
    bookings: putBooking(session.bookings, after),
  }
}

/** The booking as its traveller is told of it. */
export function toBooking({ sessionId, experienceId, startsAt, endsAt, zone }: Session, state: BookingState): Booking {
  const { bookingId, travellerId, seats, price, expiresAt, status, visited, reference } = state
  const terms = { seats, startsAt, endsAt, zone, local: toLocalTime(startsAt, zone), price, expiresAt, status, visited }
  const booking = { bookingId, travellerId, sessionId, experienceId, ...terms }
  return reference === undefined ? booking : { ...booking, reference }
}
