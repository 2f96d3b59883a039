import { MAX_FEW_SEATS } from '@fernweh/contracts/browser/seats'

export type Availability = 'free' | 'few' | 'full'

/** Seats are few, too, when they are too few for the party. */
export function toAvailability(seatsLeft: number, seats: number): Availability {
  if (seatsLeft === 0) return 'full'
  return seatsLeft <= Math.max(MAX_FEW_SEATS, seats - 1) ? 'few' : 'free'
}
