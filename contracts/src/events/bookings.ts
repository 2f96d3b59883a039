/**
 * Events of bookings: seats of a session are held, booked and released. Stream `session.<id>`.
 * A booking keeps the id of its hold: `bookingId` and `holdId` are the same.
 */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'
import { zone } from './catalog.ts'
import { defineEvent } from './define-event.ts'

/** Version 1 had no end; two hours are assumed. */
export const sessionOpened = defineEvent({
  type: 'fernweh.bookings.session-opened',
  noun: 'session',
  version: 2,
  data: z.object({
    sessionId: id,
    experienceId: id,
    startsAt: z.iso.datetime(),
    zone,
    durationMinutes: z.int().min(1),
    capacity: z.int().min(1),
    price: money,
  }),
  upcasts: { 1: (old: object) => ({ ...old, durationMinutes: 120 }) },
})

const hold = z.object({ sessionId: id, holdId: id, travellerId: id, seats: z.int().min(1) })

export const seatsHeld = defineEvent({
  type: 'fernweh.bookings.seats-held',
  noun: 'session',
  /** `price` is for one seat and does not change afterwards. */
  data: hold.extend({ expiresAt: z.iso.datetime(), price: money }),
})
export const holdReleased = defineEvent({ type: 'fernweh.bookings.hold-released', noun: 'session', data: hold })
export const holdExpired = defineEvent({ type: 'fernweh.bookings.hold-expired', noun: 'session', data: hold })

const booking = z.object({ sessionId: id, bookingId: id, travellerId: id, seats: z.int().min(1) })

/** Shown at the entrance: ten unambiguous letters and digits, e.g. `FW-7K3MQ2XZ4D`. */
export const bookingReference = z.string().regex(/^FW-[23456789ABCDEFGHJKMNPQRSTVWXYZ]{10}$/)

export const bookingConfirmed = defineEvent({
  type: 'fernweh.bookings.booking-confirmed',
  noun: 'session',
  /**
   * `price` is for one seat. A booking without a payment was imported. The seats of an active hold stay taken; without an
   * active hold they are taken now.
   */
  data: booking.extend({ price: money, reference: bookingReference, paymentId: id.nullable() }),
})
/** It was paid after its hold had ended, and the seats are gone: payments refunds it. */
export const confirmationRefused = defineEvent({
  type: 'fernweh.bookings.confirmation-refused',
  noun: 'session',
  data: booking.extend({ paymentId: id, reason: z.enum(['session-full', 'session-started']) }),
})
/** The seats are free again. */
export const bookingCancelled = defineEvent({
  type: 'fernweh.bookings.booking-cancelled',
  noun: 'session',
  data: booking.extend({ paymentId: id.nullable() }),
})
/** The session of a confirmed booking has ended. */
export const visitEnded = defineEvent({
  type: 'fernweh.bookings.visit-ended',
  noun: 'session',
  data: booking.extend({ experienceId: id }),
})

export const bookingsEvents = [
  sessionOpened,
  seatsHeld,
  holdReleased,
  holdExpired,
  bookingConfirmed,
  confirmationRefused,
  bookingCancelled,
  visitEnded,
] as const
