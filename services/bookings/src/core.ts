/** What both executables stand on: the log with its relay, the feeds, and a clerk. */

import { createPool, isReachable, migrate, type Pool, readMigrations } from '@fernweh/kit/server/database/database'
import { type Broker, connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay, type OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createFeedPublisher, type FeedPublisher, type ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import type { Config } from './config.ts'
import { createSessionClerk, type SessionClerk } from './session-clerk.ts'
import { type AppendedSession, feedsOf } from './views/project.ts'
import { createReadFeeds } from './views/read.ts'

export interface Core {
  pool: Pool
  broker: Broker
  relay: OutboxRelay
  clerk: SessionClerk
  readFeeds: ReadFeeds
  feeds: FeedPublisher
}

export async function openCore(context: ProcessContext, config: Config): Promise<Core> {
  const pool = createPool(config.DATABASE_URL, { connections: 8 })
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  serveLog({ broker, pool, owner: 'bookings' })
  const relay = createOutboxRelay({ pool, broker, owner: 'bookings', log: context.log })
  context.onStop('relay', () => relay.stop())

  const readFeeds = createReadFeeds(pool)
  const feeds = createFeedPublisher({ broker, read: readFeeds, log: context.log })
  const terms = { holdSeconds: config.HOLD_SECONDS, visitSeconds: config.VISIT_SECONDS }
  const clerk = createSessionClerk({ pool, terms, afterCommit })
  context.onStop('clerk', () => clerk.idle())
  return { pool, broker, relay, clerk, readFeeds, feeds }

  function afterCommit(appended: readonly AppendedSession[]): void {
    relay.wake()
    for (const { events, metas } of appended) {
      for (const [i, event] of events.entries()) feeds.changed(feedsOf(event), metas[i]?.traceparent)
    }
  }
}
