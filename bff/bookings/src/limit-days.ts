import type { listSessions } from '@fernweh/contracts/api/bookings'
import type { AnswerOf } from '@fernweh/contracts/api/operation'

type SessionList = AnswerOf<typeof listSessions>

/** Enough to choose from at a glance. */
const MIN_SESSIONS = 6

/** The sessions of whole days, from day `from` on, until there are enough; the list begins with day `from`. */
export function limitDays({ sessions, days, city }: SessionList, from = ''): SessionList {
  let shown = 0
  for (const { day, sessions } of days) {
    if (shown >= MIN_SESSIONS) break
    if (day >= from) shown += sessions
  }
  return { sessions: sessions.slice(0, shown), days, city }
}

/** The day of a session that is not among the soonest ones; undefined when it is among them, or not known. */
export function dayToShow({ sessions, days, city }: SessionList, sessionId: string | null): string | undefined {
  const at = sessions.findIndex(({ data }) => data.sessionId === sessionId)
  if (at < limitDays({ sessions, days, city }).sessions.length) return undefined
  let before = 0
  return days.find(({ sessions }) => {
    before += sessions
    return at < before
  })?.day
}
