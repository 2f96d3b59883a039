import type { listSessions } from '@fernweh/contracts/api/bookings'
import type { AnswerOf } from '@fernweh/contracts/api/operation'
import { toLocalDay } from '@fernweh/contracts/zones'

type SessionList = AnswerOf<typeof listSessions>

/** Few, so that the button to hold seats is in view; all other dates are in the calendar below them. */
const MIN_SESSIONS = 2

/** The sessions of whole days, from day `from` on, until there are enough. */
export function limitDays({ sessions, days, ...place }: SessionList, from = ''): SessionList {
  let shown = 0
  for (const { day, sessions } of days) {
    if (shown >= MIN_SESSIONS) break
    if (day >= from) shown += sessions
  }
  return { sessions: sessions.filter((session) => dayOf(session) >= from).slice(0, shown), days, ...place }
}

/** The day of a session that is not among the soonest ones; undefined when it is among them, or not known. */
export function dayToShow(list: SessionList, sessionId: string | null): string | undefined {
  const chosen = list.sessions.find(({ data }) => data.sessionId === sessionId)
  return chosen && !limitDays(list).sessions.includes(chosen) ? dayOf(chosen) : undefined
}

const dayOf = ({ data }: SessionList['sessions'][number]) => toLocalDay(data.startsAt, data.zone)
