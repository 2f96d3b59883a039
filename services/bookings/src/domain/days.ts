import type { SessionDay } from '@fernweh/contracts/api/bookings'
import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { toLocalDay } from '@fernweh/contracts/zones'

const MAX_SESSIONS = 60

type Sessions = Versioned<SessionSeats>[]

/** Of all that are to come, soonest first: those from a day on, at most 60, and every day that has any. */
export function fromDay(upcoming: Sessions, from = ''): { sessions: Sessions; days: SessionDay[] } {
  const days = new Map<string, SessionDay>()
  const wanted: Sessions = []
  for (const session of upcoming) {
    const day = toLocalDay(session.data.startsAt, session.data.zone)
    const { sessions, seatsLeft = 0 } = days.get(day) ?? { sessions: 0 }
    days.set(day, { day, sessions: sessions + 1, seatsLeft: Math.max(seatsLeft, session.data.seatsLeft) })
    if (day >= from && wanted.length < MAX_SESSIONS) wanted.push(session)
  }
  return { sessions: wanted, days: [...days.values()] }
}
