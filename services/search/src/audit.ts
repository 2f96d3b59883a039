/** Folds the streams once more and compares with the running state; waits until both have read the same events. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Envelope } from '@fernweh/contracts/envelope'
import { type AuditCheck, viewEqualsRebuild } from '@fernweh/kit/server/event-log/audit'
import type { Streams } from './consumers/follow-streams.ts'
import { createExperiences, type Experiences } from './views/experiences.ts'

const TIMEOUT_MS = 30_000
/** States that differ for so long, with nothing left to read, will stay different. */
const QUIET_MS = 2_000
const COMPARE_MS = 100

interface Deps {
  experiences: Experiences
  /** What fills `experiences`. */
  streams: Pick<Streams, 'isSettled'>
  /** Reads all streams from their beginning. */
  follow(apply: (event: Envelope) => unknown): Streams
  timeoutMs?: number
  quietMs?: number
}

export async function auditExperiences(deps: Deps): Promise<AuditCheck[]> {
  const { experiences, follow, timeoutMs = TIMEOUT_MS } = deps
  const fresh = createExperiences()
  const rebuilding = follow(fresh.apply)
  const end = Date.now() + timeoutMs
  const comparison = createComparison(experiences, fresh)
  let listings = comparison.take()
  while (Date.now() < end && !(rebuilding.caughtUp() && listings.ok)) {
    await delay(COMPARE_MS)
    listings = comparison.take()
  }
  const isRead = rebuilding.caughtUp()
  const isFinal = deps.streams.isSettled() && rebuilding.isSettled() && comparison.quietFor(deps.quietMs ?? QUIET_MS)
  await rebuilding.stop()
  return [
    isRead && (listings.ok || isFinal) ? listings : toUnchecked(listings, 'the streams are still being read'),
    { name: 'the streams can be read from their beginning', ok: isRead || null, detail: '' },
  ]
}

const toUnchecked = ({ name }: AuditCheck, detail: string): AuditCheck => ({ name, ok: null, detail })

/** Compares two states again and again, and knows how long neither has changed. */
function createComparison(running: Experiences, fresh: Experiences) {
  let last = ''
  let since = Date.now()
  return {
    take(): AuditCheck {
      const now = new Date()
      const check = viewEqualsRebuild('listings', running.all(now), fresh.all(now))
      if (check.detail !== last) since = now.getTime()
      last = check.detail
      return check
    },
    quietFor: (ms: number) => Date.now() - since >= ms,
  }
}
