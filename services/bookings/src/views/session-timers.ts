/** Timers that a batch of events sets: holds expire and visits end by themselves. */
import type { AppendedStream } from '@fernweh/kit/server/event-log/decide-all'
import type { Timer } from '@fernweh/kit/server/event-log/timers'
import { z } from 'zod'
import { type BookingState, getBooking } from '../domain/booking-map.ts'
import { overAt } from '../domain/end-visits.ts'
import type { Session, SessionEvent, SessionState } from '../domain/session.ts'

const timed = z.object({ sessionId: z.string(), holdId: z.string(), correlationId: z.string() })
export const holdsTimer = z.object({ holds: z.array(timed) })
export const visitsTimer = z.object({ sessionId: z.string() })
type Timed = z.infer<typeof timed>
type AppendedSessions = readonly AppendedStream<SessionState, SessionEvent>[]

/**
 * Holds made in one batch share one timer per moment of expiry, whatever their sessions. A hold that ended otherwise
 * refuses to expire.
 */
export function holdTimers(appended: AppendedSessions): Timer[] {
  const byMoment = new Map<string, Timed[]>()
  for (const { events, metas } of appended) {
    for (const [i, { type, data }] of events.entries()) {
      if (type !== 'fernweh.bookings.seats-held') continue
      const { sessionId, holdId, expiresAt } = data
      const holds = byMoment.get(expiresAt) ?? []
      holds.push({ sessionId, holdId, correlationId: metas[i]?.correlationId ?? '' })
      byMoment.set(expiresAt, holds)
    }
  }
  return [...byMoment].map(([expiresAt, holds]) => ({
    name: `hold.${holds[0]?.holdId}`,
    due: new Date(expiresAt),
    data: { holds } satisfies z.infer<typeof holdsTimer>,
  }))
}

/** One timer for each session with visitors to come. */
export function visitTimers(appended: AppendedSessions, visitSeconds?: number): Timer[] {
  return appended.flatMap(({ state, events }) => {
    const session = state as Session
    if (!events.some((event) => isToVisit(session, event))) return []
    const data: z.infer<typeof visitsTimer> = { sessionId: session.sessionId }
    return [{ name: `visits.${session.sessionId}`, due: overAt(session, visitSeconds), data }]
  })
}

function isToVisit({ bookings }: Session, { type, data }: SessionEvent): boolean {
  if (type !== 'fernweh.bookings.booking-confirmed') return false
  return !(getBooking(bookings, data.bookingId) as BookingState).visited
}
