import type { Booking } from '@fernweh/contracts/feeds/bookings'

/** The feed knows best; what was only answered so far stands in front of it. Newest first, each booking once. */
export function mergeBookings(followed: Booking[], answered: Booking[]): Booking[] {
  const known = new Set(followed.map(({ bookingId }) => bookingId))
  return [...answered.filter(({ bookingId }) => !known.has(bookingId)), ...followed]
}

/** Bookings that were there before and stand differently now. */
export function changedSince(before: Booking[], after: Booking[]): Booking[] {
  const statusOf = new Map(before.map(({ bookingId, status }) => [bookingId, status]))
  return after.filter(({ bookingId, status }) => statusOf.has(bookingId) && statusOf.get(bookingId) !== status)
}

/** Bookings whose session was not over before. */
export function visitedSince(before: Booking[], after: Booking[]): Booking[] {
  const open = new Set(before.filter(({ visited }) => !visited).map(({ bookingId }) => bookingId))
  return after.filter(({ bookingId, visited }) => visited && open.has(bookingId))
}
