import { MAX_FEW_SEATS } from '@fernweh/contracts/browser/seats'

export type Availability = 'free' | 'few' | 'full'

export function toAvailability(seatsLeft: number): Availability {
  if (seatsLeft === 0) return 'full'
  return seatsLeft <= MAX_FEW_SEATS ? 'few' : 'free'
}
