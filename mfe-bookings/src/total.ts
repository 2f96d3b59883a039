import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Money } from '@fernweh/contracts/money'

/** What all seats cost together. */
export function toTotal({ price, seats }: Pick<Booking, 'price' | 'seats'>): Money {
  return { ...price, amount: price.amount * seats }
}
