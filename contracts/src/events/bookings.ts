/** What happened in bookings: seats of a session are held and come back. Stream `session.<id>`. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'
import { zone } from './catalog.ts'
import { defineEvent } from './define-event.ts'

export const sessionOpened = defineEvent({
  type: 'fernweh.bookings.session-opened',
  noun: 'session',
  data: z.object({
    sessionId: id,
    experienceId: id,
    startsAt: z.iso.datetime(),
    zone,
    capacity: z.int().min(1),
    price: money,
  }),
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

export const bookingsEvents = [sessionOpened, seatsHeld, holdReleased, holdExpired] as const
