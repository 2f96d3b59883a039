/** Folds the streams once more and compares with the running state; waits until both have read the same events. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Envelope } from '@fernweh/contracts/envelope'
import { type AuditCheck, viewEqualsRebuild } from '@fernweh/kit/server/event-log/audit'
import type { Streams } from './consumers/follow-streams.ts'
import { createExperiences, type Experiences } from './views/experiences.ts'

const TIMEOUT_MS = 8_000

interface Deps {
  experiences: Experiences
  /** Reads all streams from their beginning. */
  follow(apply: (event: Envelope) => unknown): Streams
}

export async function auditExperiences({ experiences, follow }: Deps): Promise<AuditCheck[]> {
  const fresh = createExperiences()
  const streams = follow(fresh.apply)
  const end = Date.now() + TIMEOUT_MS
  function compare(): AuditCheck {
    const now = new Date()
    return viewEqualsRebuild('listings', experiences.all(now), fresh.all(now))
  }
  while (Date.now() < end && !(streams.caughtUp() && compare().ok)) await delay(100)
  await streams.stop()
  return [compare(), { name: 'the streams can be read from their beginning', ok: streams.caughtUp(), detail: '' }]
}
