/** The rows of the views as the domain's state makes them; the audit rebuilds them by the same functions. */
import type { BookingState } from '../domain/booking-map.ts'
import type { Session } from '../domain/session.ts'

export type SessionRow = ReturnType<typeof toSessionRow>
export type BookingRow = ReturnType<typeof toBookingRow>

export function toSessionRow(session: Session) {
  return {
    session_id: session.sessionId,
    experience_id: session.experienceId,
    starts_at: session.startsAt,
    ends_at: session.endsAt,
    zone: session.zone,
    capacity: session.capacity,
    amount: session.price.amount,
    currency: session.price.currency,
    held: session.held,
    confirmed: session.confirmed,
  }
}

export function toBookingRow({ sessionId }: Session, booking: BookingState) {
  return {
    booking_id: booking.bookingId,
    session_id: sessionId,
    traveller_id: booking.travellerId,
    seats: booking.seats,
    amount: booking.price.amount,
    currency: booking.price.currency,
    expires_at: booking.expiresAt,
    status: booking.status,
    visited: booking.visited,
    reference: booking.reference ?? null,
    payment_id: booking.paymentId ?? null,
  }
}
