import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database/database'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createFeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createKeyring } from '@fernweh/kit/server/personal-data/sealing'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveReviews } from './api/visits.ts'
import { auditReviews } from './audit.ts'
import { reviewsEnv } from './config.ts'
import { createConsumers, SHOW_REVIEWS } from './consumers/show-reviews.ts'
import { createFindName } from './views/names.ts'
import { createFindWritten, createReviewClerk } from './views/own-reviews.ts'
import { createFindPerson } from './views/people.ts'
import { createReviewsView } from './views/reviews.ts'
import { createVisits } from './views/visits.ts'

/** One is the relay's, up to three are the consumers', the rest answers requests. */
const CONNECTIONS = 8

await runProcess('reviews', async (context) => {
  const { log, metrics } = context
  const config = readConfig(reviewsEnv)
  const pool = createPool(config.DATABASE_URL, { connections: CONNECTIONS })
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  const relay = createOutboxRelay({ pool, broker, owner: 'reviews', log, metrics })
  context.onStop('relay', () => relay.stop())
  serveLog({ broker, pool, owner: 'reviews' })

  const keyring = createKeyring({ broker, subject: 'keys.accounts', metrics })
  const view = createReviewsView({ pool, keyring })
  const findName = createFindName(pool)
  const feeds = createFeedPublisher({ broker, read: view.readFeeds, log })
  const consumers = createConsumers({ pool, broker, feeds, log, metrics })
  context.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveReviews(app, {
    clerk: createReviewClerk({ pool, afterCommit: () => relay.wake(), metrics }),
    findWritten: createFindWritten(pool),
    view,
    visits: createVisits(pool),
    findName,
    findPerson: createFindPerson({ pool, keyring, findName, view }),
    consumers,
    relay,
    audit: () => auditReviews(pool, SHOW_REVIEWS),
  })
  handleErrors(app)
  await listen(app, context, config)
})
