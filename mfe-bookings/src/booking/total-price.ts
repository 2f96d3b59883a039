import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Money } from '@fernweh/contracts/money'

/** Price of all seats of a booking. */
export function toTotalPrice({ price, seats }: Pick<Booking, 'price' | 'seats'>): Money {
  return { ...price, amount: price.amount * seats }
}
