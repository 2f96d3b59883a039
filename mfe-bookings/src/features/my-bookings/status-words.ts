import type { Booking } from '@fernweh/contracts/feeds/bookings'

const words: Record<Booking['status'], string> = {
  held: 'Held for you',
  released: 'Given back: the seats are free again.',
  expired: 'The time ran out, and the seats went back. You can hold them again while there are some.',
  confirmed: 'Booked and paid',
  refused: 'The payment came too late. All of it is given back.',
  cancelled: 'Cancelled. All that was paid is given back.',
}

export function toStatusWords({ status, visited }: Booking): string {
  return visited ? 'You have been there' : words[status]
}

/** Still ahead: to be paid, or to look forward to. */
export function isAhead({ status, visited }: Booking): boolean {
  return status === 'held' || (status === 'confirmed' && !visited)
}
