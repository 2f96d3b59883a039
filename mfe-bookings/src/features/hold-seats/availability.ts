export type Availability = 'free' | 'few' | 'full'

const MAX_FEW_SEATS = 3

export function toAvailability(seatsLeft: number): Availability {
  if (seatsLeft === 0) return 'full'
  return seatsLeft <= MAX_FEW_SEATS ? 'few' : 'free'
}
