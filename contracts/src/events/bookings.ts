/**
 * What happened in bookings: seats of a session are held, booked, and come back. Stream `session.<id>`.
 * A booking keeps the id of the hold it began as: `bookingId` and `holdId` are the same id.
 */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'
import { zone } from './catalog.ts'
import { defineEvent } from './define-event.ts'

/** Version 1 did not say how long a session takes: two hours were usual. */
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
  /** `price` is for one seat, fixed at this moment. */
  data: hold.extend({ expiresAt: z.iso.datetime(), price: money }),
})
export const holdReleased = defineEvent({ type: 'fernweh.bookings.hold-released', noun: 'session', data: hold })
export const holdExpired = defineEvent({ type: 'fernweh.bookings.hold-expired', noun: 'session', data: hold })

const booking = z.object({ sessionId: id, bookingId: id, travellerId: id, seats: z.int().min(1) })

/** What a traveller shows at the door: ten letters and digits that are hard to mistake, e.g. `FW-7K3MQ2XZ4D`. */
export const bookingReference = z.string().regex(/^FW-[23456789ABCDEFGHJKMNPQRSTVWXYZ]{10}$/)

export const bookingConfirmed = defineEvent({
  type: 'fernweh.bookings.booking-confirmed',
  noun: 'session',
  /**
   * `price` is for one seat. Without a payment it was imported: booked and paid before this system. The seats of a hold
   * that lasts stay taken; where it has ended, or never was, they are taken now.
   */
  data: booking.extend({ price: money, reference: bookingReference, paymentId: id.nullable() }),
})
/** It was paid for, but cannot be had any more: payments gives the money back. Its hold has ended before. */
export const confirmationRefused = defineEvent({
  type: 'fernweh.bookings.confirmation-refused',
  noun: 'session',
  data: booking.extend({ paymentId: id, reason: z.enum(['session-full', 'session-started']) }),
})
/** The seats come back. */
export const bookingCancelled = defineEvent({
  type: 'fernweh.bookings.booking-cancelled',
  noun: 'session',
  data: booking.extend({ paymentId: id.nullable() }),
})
/** The session of a confirmed booking is over. */
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
