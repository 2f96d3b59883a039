import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'

/** `session.<id>`: what anybody may know of a session. */
export const sessionSeats = z.object({
  sessionId: id,
  experienceId: id,
  startsAt: z.iso.datetime(),
  zone: z.string(),
  capacity: z.int(),
  seatsLeft: z.int().min(0),
  price: money,
})
export type SessionSeats = z.infer<typeof sessionSeats>

export const hold = z.object({
  holdId: id,
  sessionId: id,
  experienceId: id,
  seats: z.int().min(1),
  startsAt: z.iso.datetime(),
  zone: z.string(),
  /** For one seat. */
  price: money,
  expiresAt: z.iso.datetime(),
  status: z.enum(['held', 'released', 'expired']),
  /** What the experience is called, in lists; left out where it is not known (yet). */
  title: z.string().optional(),
})
export type Hold = z.infer<typeof hold>

/** `traveller.<id>`: that person's holds, newest first, at most 50; for that person only. */
export const travellerHolds = z.object({ travellerId: id, holds: z.array(hold) })
export type TravellerHolds = z.infer<typeof travellerHolds>
