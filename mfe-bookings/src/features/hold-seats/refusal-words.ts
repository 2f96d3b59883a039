import { toSeats } from '../../seat-words.ts'
import type { HoldRefusal } from './hold-state.ts'

const words: Record<HoldRefusal, (seats: number) => string> = {
  'session-full': () => 'Someone took the last seats just now. Nothing was held; perhaps another time suits you.',
  'not-enough-seats': (seats) =>
    `There are fewer than ${toSeats(seats)} left at this time. Nothing was held; choose another time or fewer people.`,
  'session-started': () => 'This one has begun already. Nothing was held; the later times are still open.',
  'no-such-session': () => 'This time is no longer offered. Nothing was held; please choose another.',
}

export function toRefusalWords(refusal: HoldRefusal, seats: number): string {
  return words[refusal](seats)
}
