import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLive } from '@fernweh/kit/server/live'
import { serveParts } from '@fernweh/kit/server/parts'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { environment } from './config.ts'
import { createHeads, mayFollow } from './feeds.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'

await runProcess('bff-bookings', async (life) => {
  const config = readConfig(environment)
  const { PUBLIC_ORIGIN: origin, IDENTITY_PUBLIC_KEY: identityKey, RELEASES_DIR: releasesDir } = config
  const broker = await connectBroker({ url: config.NATS_URL, name: life.name })
  life.onStop('broker', () => broker.nc.drain())
  const bookings = createUpstream({ name: 'bookings-api', urls: config.SERVICE_URLS, life })
  const payments = createUpstream({ name: 'payments', urls: config.PAYMENTS_URLS, life })
  const checkouts = createUpstream({ name: 'payments', urls: config.PAYMENTS_URLS, timeoutMs: 9000, life })

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey })
  const queries = createQueries({ bookings, payments, origin, log: life.log })
  serveParts(app, { team: 'bookings', releasesDir, queries })
  serveRoutes(app, { bookings, payments, checkouts, origin })
  finish(app)

  const server = await listen(app, life, config)
  const heads = createHeads(bookings, payments)
  serveLive(server, { broker, origin, identityKey, authorise: mayFollow, heads, life })
})
