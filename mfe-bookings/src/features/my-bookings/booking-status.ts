import type { Booking } from '@fernweh/contracts/feeds/bookings'

type Status = Booking['status'] | 'visited'

/** A visited booking is shown as visited instead of confirmed. */
export function statusOf({ status, visited }: Booking): Status {
  return visited ? 'visited' : status
}

/** Held or confirmed, and not visited yet. */
export function isUpcoming({ status, visited }: Booking): boolean {
  return status === 'held' || (status === 'confirmed' && !visited)
}
