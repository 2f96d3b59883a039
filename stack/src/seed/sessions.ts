/** When a seeded experience takes place: each of the next thirty days, and once some time ago. */
import type { SeedExperience } from './experiences.ts'
import { toInstant } from './local-time.ts'

const DAYS = 30
const DAY_MS = 86_400_000

const dateIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)

type Timetable = Pick<SeedExperience, 'experienceId' | 'zone' | 'starts'>

export function sessionsOf({ experienceId, zone, starts }: Timetable) {
  const days = Array.from({ length: DAYS }, (_, day) => dateIn(day + 1))
  return days.flatMap((date) =>
    starts.map((time) => ({
      sessionId: `${experienceId}-${date.replaceAll('-', '')}${time.replace(':', '')}`,
      startsAt: toInstant(date, time, zone).toISOString(),
    })),
  )
}

export const visitedSessionId = (experienceId: string) => `${experienceId}-visited`

/** Where those who review have been. Its id is not of its date: a seeding that is done again finds the same session. */
export function visitedSession({ experienceId, zone, starts }: Timetable, nth: number) {
  const startsAt = toInstant(dateIn(-5 - 2 * nth), starts[0] as string, zone).toISOString()
  return { sessionId: visitedSessionId(experienceId), startsAt }
}
