import type { Booking } from '@fernweh/contracts/feeds/bookings'

const paidFor = ['confirmed', 'refused', 'cancelled'] as const
type Status = Booking['status'] | 'visited' | `${(typeof paidFor)[number]}-free`

/** A visited booking is shown as visited instead of confirmed; of a free one nothing is said to be paid or refunded. */
export function statusOf({ status, visited, price }: Booking): Status {
  if (visited) return 'visited'
  const paid = paidFor.find((one) => one === status)
  return paid && price.amount === 0 ? `${paid}-free` : status
}

/** Held or confirmed, and not visited yet. */
export function isUpcoming({ status, visited }: Booking): boolean {
  return status === 'held' || (status === 'confirmed' && !visited)
}
