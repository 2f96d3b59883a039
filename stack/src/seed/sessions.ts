/** When a seeded experience takes place: on its weekdays of the coming 60 days, and some sessions of the past year. */
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { toInstant, toLocalDay } from '@fernweh/contracts/zones'
import { addDays, weekdayOf } from './days.ts'
import { randomOf } from './random.ts'
import type { SeedExperience } from './seed-experience.ts'

export const DAYS = 60

export interface SeedSession {
  sessionId: string
  startsAt: string
  capacity: number
  price: { amount: number; currency: string }
}

/** From tomorrow on, as the calendar of the place shows it at `now`. */
export function upcomingSessions(experience: SeedExperience, now: Date): SeedSession[] {
  const { entry, starts, days, capacity } = experience
  const today = toLocalDay(now.toISOString(), entry.zone)
  const coming = Array.from({ length: DAYS }, (_, day) => addDays(today, day + 1))
  const dates = coming.filter((date) => days.includes(weekdayOf(date)))
  return dates.flatMap((date) =>
    starts.map((start) => ({
      sessionId: `${entry.experienceId}-${date.replaceAll('-', '')}${start.replace(':', '')}`,
      startsAt: new Date(toInstant(`${date}T${start}`, entry.zone)).toISOString(),
      capacity,
      price: priceAt(experience, date, start),
    })),
  )
}

/** Some sessions cost more at the weekend, some less in the early morning; never more than a fifth either way. */
function priceAt({ entry: { experienceId, price } }: SeedExperience, date: string, start: string) {
  const random = randomOf(`price ${experienceId}`)
  const [weekend, early] = [random.pick([1, 1, 1, 1.1, 1.15]), random.pick([1, 1, 0.9])]
  const factor = weekdayOf(date) >= 6 ? weekend : start < '08:00' ? early : 1
  if (factor === 1) return price
  const unit = 10 ** fractionDigitsOf(price.currency)
  return { ...price, amount: Math.round((price.amount * factor) / unit) * unit }
}

/** A past session without seeded visits, to which an operator may import visits. */
export const visitedSessionId = (experienceId: string) => `${experienceId}-visited`
/** A past session with visits that nobody has reviewed. */
export const unreviewedSessionId = (experienceId: string) => pastSessionId(experienceId, 0)
export const pastSessionId = (experienceId: string, nth: number) => `${visitedSessionId(experienceId)}-${nth}`

/** Its id does not contain the date, so that seeding again on another day finds the same session. */
export function pastSession(
  { entry, starts, days, capacity }: SeedExperience,
  { sessionId, daysAgo, now }: { sessionId: string; daysAgo: number; now: Date },
): SeedSession {
  let date = addDays(toLocalDay(now.toISOString(), entry.zone), -daysAgo)
  while (!days.includes(weekdayOf(date))) date = addDays(date, -1)
  const startsAt = new Date(toInstant(`${date}T${starts[0]}`, entry.zone)).toISOString()
  return { sessionId, startsAt, capacity, price: entry.price }
}
