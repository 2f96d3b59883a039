import { toSeats } from '../../words.ts'

export type Availability = 'free' | 'few' | 'full'

const FEW = 3

export function toAvailability(seatsLeft: number): Availability {
  if (seatsLeft === 0) return 'full'
  return seatsLeft <= FEW ? 'few' : 'free'
}

export function toAvailabilityWords(seatsLeft: number): string {
  switch (toAvailability(seatsLeft)) {
    case 'full':
      return 'Full'
    case 'few':
      return `Only ${toSeats(seatsLeft)} left`
    case 'free':
      return `${toSeats(seatsLeft)} left`
  }
}
