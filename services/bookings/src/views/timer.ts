/** Every hold that is held has a timer; it fires when the hold ends by itself. */
import type { Meta } from '@fernweh/kit/server/event-log'
import type { Timer } from '@fernweh/kit/server/timers'
import { z } from 'zod'

export const holdTimer = z.object({ sessionId: z.string(), holdId: z.string(), correlationId: z.string() })

export const timerOf = (holdId: string) => `hold.${holdId}`

export function toTimer(
  held: { sessionId: string; holdId: string; expiresAt: string },
  { correlationId }: Meta,
): Timer {
  const { sessionId, holdId, expiresAt } = held
  const data: z.infer<typeof holdTimer> = { sessionId, holdId, correlationId }
  return { name: timerOf(holdId), due: new Date(expiresAt), data }
}
