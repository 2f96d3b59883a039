import type { Booking } from '@fernweh/contracts/feeds/bookings'

/** Bookings of the feed, preceded by those that are only known from an answer so far. Newest first, each booking once. */
export function mergeBookings(fromFeed: Booking[], fromAnswers: Booking[]): Booking[] {
  const known = new Set(fromFeed.map(({ bookingId }) => bookingId))
  return [...fromAnswers.filter(({ bookingId }) => !known.has(bookingId)), ...fromFeed]
}

/** Bookings whose status changed. */
export function findChangedBookings(before: Booking[], after: Booking[]): Booking[] {
  const statusOf = new Map(before.map(({ bookingId, status }) => [bookingId, status]))
  return after.filter(({ bookingId, status }) => statusOf.has(bookingId) && statusOf.get(bookingId) !== status)
}

/** Bookings whose session has ended since. */
export function findEndedVisits(before: Booking[], after: Booking[]): Booking[] {
  const open = new Set(before.filter(({ visited }) => !visited).map(({ bookingId }) => bookingId))
  return after.filter(({ bookingId, visited }) => visited && open.has(bookingId))
}
