import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database'
import { createFeedPublisher } from '@fernweh/kit/server/feeds'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { createRelay } from '@fernweh/kit/server/relay'
import { createKeyring } from '@fernweh/kit/server/sealing'
import { createConsumers, SHOW_REVIEWS } from './adapters/consumers.ts'
import { createFindWritten, createReviewClerk } from './adapters/review-log.ts'
import { serveReviews } from './app.ts'
import { reviewsEnv } from './config.ts'
import { auditReviews } from './views/audit.ts'
import { createFindName } from './views/names.ts'
import { createFindPerson } from './views/people.ts'
import { createReviewsView } from './views/reviews.ts'
import { createVisits } from './views/visits.ts'

/** One is the relay's, up to three are the consumers', the rest answers requests. */
const CONNECTIONS = 8

await runProcess('reviews', async (life) => {
  const { log } = life
  const config = readConfig(reviewsEnv)
  const pool = createPool(config.DATABASE_URL, { connections: CONNECTIONS })
  life.onStop('database', () => pool.end())
  life.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())
  const relay = createRelay({ pool, broker, owner: 'reviews', log })
  life.onStop('relay', () => relay.stop())
  serveLog({ broker, pool, owner: 'reviews' })

  const keyring = createKeyring({ broker, subject: 'keys.accounts' })
  const view = createReviewsView({ pool, keyring })
  const findName = createFindName(pool)
  const feeds = createFeedPublisher({ broker, read: view.readFeeds, log })
  const consumers = createConsumers({ pool, broker, feeds, log })
  life.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveReviews(app, {
    clerk: createReviewClerk({ pool, afterCommit: () => relay.poke() }),
    findWritten: createFindWritten(pool),
    view,
    visits: createVisits(pool),
    findName,
    findPerson: createFindPerson({ pool, keyring, findName, view }),
    consumers,
    relay,
    audit: () => auditReviews(pool, SHOW_REVIEWS),
  })
  finish(app)
  await listen(app, life, config)
})
