/** Seats held together end together: the holds that one batch made share a timer, whatever their sessions. */
import type { Appended } from '@fernweh/kit/server/clerk'
import type { Timer } from '@fernweh/kit/server/timers'
import { z } from 'zod'
import type { SessionEvent, SessionState } from '../domain/session.ts'

const timed = z.object({ sessionId: z.string(), holdId: z.string(), correlationId: z.string() })
export const holdsTimer = z.object({ holds: z.array(timed) })
type Timed = z.infer<typeof timed>

/** One for each moment at which holds of the batch end. A hold that is released earlier is left to refuse its expiry. */
export function startedTimers(appended: readonly Appended<SessionState, SessionEvent>[]): Timer[] {
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
