/** What is to happen by itself: holds end, and so do visits. */
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
 * Seats held together end together: the holds that one batch made share a timer for each moment at which some of them
 * end, whatever their sessions. A hold that ends otherwise is left to refuse its expiry.
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

/** One for each session that somebody is going to visit. */
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
