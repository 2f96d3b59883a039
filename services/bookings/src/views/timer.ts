/** Seats held together end together: the holds that one batch made in a session share one timer. */
import type { Appended } from '@fernweh/kit/server/clerk'
import type { Timer } from '@fernweh/kit/server/timers'
import { z } from 'zod'
import type { SessionEvent, SessionState } from '../domain/session.ts'

export const holdsTimer = z.object({
  sessionId: z.string(),
  holds: z.array(z.object({ holdId: z.string(), correlationId: z.string() })),
})

/** None if nothing was held. A hold that is released meanwhile is left to refuse its expiry. */
export function startedTimer({ events, metas }: Appended<SessionState, SessionEvent>): Timer[] {
  const held = events.flatMap((event, i) =>
    event.type === 'fernweh.bookings.seats-held'
      ? [{ ...event.data, correlationId: metas[i]?.correlationId ?? '' }]
      : [],
  )
  const [first] = held
  if (!first) return []
  const holds = held.map(({ holdId, correlationId }) => ({ holdId, correlationId }))
  const data: z.infer<typeof holdsTimer> = { sessionId: first.sessionId, holds }
  return [{ name: `hold.${first.holdId}`, due: new Date(first.expiresAt), data }]
}
