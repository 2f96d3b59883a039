/** Events micro-frontends publish to each other, `<owner>:<happened>`. The publisher does not know the subscribers. */
import { z } from 'zod/mini'
import { MAX_SEATS } from './seats.ts'

export const busEvents = {
  /** The page's path and query were changed in place; whatever leads back to the page follows. */
  'page:address-changed': z.object({ page: z.string() }),
  /** What ends soon, by id: in milliseconds since the epoch by the browser's clock, null when it is over. Shown on every page. */
  'page:deadlines-changed': z.object({ deadlines: z.record(z.string(), z.nullable(z.number())) }),
  'search:experience-opened': z.object({ experienceId: z.string() }),
  /** Party size: whole seats, 1 to 20. */
  'search:party-size-chosen': z.object({
    experienceId: z.string(),
    seats: z.int().check(z.minimum(1), z.maximum(MAX_SEATS)),
  }),
  'bookings:seats-held': z.object({
    sessionId: z.string(),
    experienceId: z.string(),
    bookingId: z.string(),
    seats: z.int(),
  }),
  'bookings:hold-ended': z.object({ bookingId: z.string() }),
  'bookings:booking-confirmed': z.object({ bookingId: z.string(), experienceId: z.string() }),
  'bookings:booking-cancelled': z.object({ bookingId: z.string(), experienceId: z.string() }),
  'account:profile-saved': z.object({ name: z.string() }),
  /** While the page is open. */
  'bookings:visit-ended': z.object({ bookingId: z.string(), experienceId: z.string() }),
  'reviews:review-sent': z.object({ experienceId: z.string(), rating: z.int() }),
}

export type BusEvents = { [Type in keyof typeof busEvents]: z.infer<(typeof busEvents)[Type]> }
