/** What both executables stand on: the log with its relay, the feeds, and a clerk. */
import { type Broker, connectBroker } from '@fernweh/kit/server/broker'
import { createPool, isReachable, migrate, type Pool, readMigrations } from '@fernweh/kit/server/database'
import { createFeedPublisher, type FeedPublisher, type ReadFeeds } from '@fernweh/kit/server/feeds'
import type { Life } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { createRelay, type Relay } from '@fernweh/kit/server/relay'
import type { Config } from './config.ts'
import { createSessionClerk, type SessionClerk } from './session-clerk.ts'
import { type AppendedSession, feedsOf } from './views/project.ts'
import { createReadFeeds } from './views/read.ts'

export interface Core {
  pool: Pool
  broker: Broker
  relay: Relay
  clerk: SessionClerk
  readFeeds: ReadFeeds
  feeds: FeedPublisher
}

export async function openCore(life: Life, config: Config): Promise<Core> {
  const pool = createPool(config.DATABASE_URL, { connections: 8 })
  life.onStop('database', () => pool.end())
  life.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())
  serveLog({ broker, pool, owner: 'bookings' })
  const relay = createRelay({ pool, broker, owner: 'bookings', log: life.log })
  life.onStop('relay', () => relay.stop())

  const readFeeds = createReadFeeds(pool)
  const feeds = createFeedPublisher({ broker, read: readFeeds, log: life.log })
  const terms = { holdSeconds: config.HOLD_SECONDS, visitSeconds: config.VISIT_SECONDS }
  const clerk = createSessionClerk({ pool, terms, afterCommit })
  life.onStop('clerk', () => clerk.idle())
  return { pool, broker, relay, clerk, readFeeds, feeds }

  function afterCommit(appended: readonly AppendedSession[]): void {
    relay.poke()
    for (const { events, metas } of appended) {
      for (const [i, event] of events.entries()) feeds.changed(feedsOf(event), metas[i]?.traceparent)
    }
  }
}
