import type { Booking } from '@fernweh/contracts/feeds/bookings'

type Status = Booking['status'] | 'visited'

/** Whoever has been there is told that, and not that it was paid. */
export function statusOf({ status, visited }: Booking): Status {
  return visited ? 'visited' : status
}

/** Still ahead: to be paid, or to look forward to. */
export function isAhead({ status, visited }: Booking): boolean {
  return status === 'held' || (status === 'confirmed' && !visited)
}
