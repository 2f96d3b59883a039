export type Availability = 'free' | 'few' | 'full'

const FEW = 3

/** Scarcity is said only when it is true. */
export function toAvailability(seatsLeft: number): Availability {
  if (seatsLeft === 0) return 'full'
  return seatsLeft <= FEW ? 'few' : 'free'
}
