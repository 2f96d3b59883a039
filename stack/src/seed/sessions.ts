/** When a seeded experience takes place: on its days of the coming weeks, and on some of the past year that people were at. */
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import type { SeedExperience } from './cities.ts'
import { toInstant } from './local-time.ts'
import { randomOf } from './random.ts'

export const DAYS = 60
export const DAY_MS = 86_400_000

export interface SeedSession {
  sessionId: string
  startsAt: string
  capacity: number
  price: { amount: number; currency: string }
}

export const dateIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

/** ISO, 1 is Monday. */
const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7

const upcomingDates = Array.from({ length: DAYS }, (_, day) => day + 1)

/** From tomorrow on. */
export function upcomingSessions(experience: SeedExperience): SeedSession[] {
  const { offer, starts, days, capacity } = experience
  const dates = upcomingDates.map(dateIn).filter((date) => days.includes(weekdayOf(date)))
  return dates.flatMap((date) =>
    starts.map((start) => ({
      sessionId: `${offer.experienceId}-${date.replaceAll('-', '')}${start.replace(':', '')}`,
      startsAt: toInstant(date, start, offer.zone).toISOString(),
      capacity,
      price: priceAt(experience, date, start),
    })),
  )
}

/** Some cost more at the weekend, some less before the city is up; never more than a fifth either way. */
function priceAt({ offer: { experienceId, price } }: SeedExperience, date: string, start: string) {
  const random = randomOf(`price ${experienceId}`)
  const [weekend, early] = [random.pick([1, 1, 1, 1.1, 1.15]), random.pick([1, 1, 0.9])]
  const factor = weekdayOf(date) >= 6 ? weekend : start < '08:00' ? early : 1
  if (factor === 1) return price
  const unit = 10 ** fractionDigitsOf(price.currency)
  return { ...price, amount: Math.round((price.amount * factor) / unit) * unit }
}

/** A session of the past that an operator may import visits to: nobody of the seed was there. */
export const visitedSessionId = (experienceId: string) => `${experienceId}-visited`
export const pastSessionId = (experienceId: string, nth: number) => `${visitedSessionId(experienceId)}-${nth}`

/** The ids are not of the dates: a seeding that is done again on another day finds the same sessions. */
export function pastSession(experience: SeedExperience, sessionId: string, daysAgo: number): SeedSession {
  const { offer, starts, days, capacity } = experience
  let date = dateIn(-daysAgo)
  for (let more = 1; !days.includes(weekdayOf(date)); more++) date = dateIn(-daysAgo - more)
  const startsAt = toInstant(date, starts[0] as string, offer.zone).toISOString()
  return { sessionId, startsAt, capacity, price: offer.price }
}
