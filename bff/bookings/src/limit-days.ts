import type { listSessions } from '@fernweh/contracts/api/bookings'
import type { AnswerOf } from '@fernweh/contracts/api/operation'

type SessionList = AnswerOf<typeof listSessions>

/** Enough to choose from at a glance. */
const MIN_SESSIONS = 6

/** The sessions of whole days, from day `from` on, until there are enough. */
export function limitDays({ sessions, days, city }: SessionList, from = ''): SessionList {
  let shown = 0
  for (const { day, sessions } of days) {
    if (shown >= MIN_SESSIONS) break
    if (day >= from) shown += sessions
  }
  return { sessions: sessions.slice(0, shown), days, city }
}
