/** Folds the streams once more, beside the running state, and compares; both may be moving, so it waits for them to meet. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { type AuditCheck, viewEqualsRebuild } from '@fernweh/kit/server/event-log/audit'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { createOffers, type Offers } from '../views/offers.ts'
import { followStreams } from './streams.ts'

const TIMEOUT_MS = 8_000

export async function auditOffers({
  offers,
  broker,
  log,
}: {
  offers: Offers
  broker: Broker
  log: Logger
}): Promise<AuditCheck[]> {
  const fresh = createOffers()
  const streams = followStreams({ broker, apply: fresh.apply, log })
  const end = Date.now() + TIMEOUT_MS
  function compare(): AuditCheck {
    const now = new Date()
    return viewEqualsRebuild('listings', offers.all(now), fresh.all(now))
  }
  while (Date.now() < end && !(streams.caughtUp() && compare().ok)) await delay(100)
  await streams.stop()
  return [compare(), { name: 'the streams can be read from their beginning', ok: streams.caughtUp(), detail: '' }]
}
