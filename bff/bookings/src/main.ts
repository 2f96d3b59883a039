import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveFeedSockets } from '@fernweh/kit/server/feeds/socket-bridge'
import { serveFragments } from '@fernweh/kit/server/fragments/fragments'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { createHeads, mayFollow } from './feeds.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'

await runProcess('bff-bookings', async (context) => {
  const config = readConfig(environment)
  const { PUBLIC_ORIGIN: origin, IDENTITY_PUBLIC_KEY: identityKey, RELEASES_DIR: releasesDir } = config
  const broker = await connectBroker({ url: config.NATS_URL, name: context.name })
  context.onStop('broker', () => broker.nc.drain())
  const bookings = createUpstream({ name: 'bookings-api', urls: config.SERVICE_URLS, context })
  const payments = createUpstream({ name: 'payments', urls: config.PAYMENTS_URLS, context })
  const checkouts = createUpstream({ name: 'payments', urls: config.PAYMENTS_URLS, timeoutMs: 9000, context })

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey })
  const queries = createQueries({ bookings, payments, origin, log: context.log })
  serveFragments(app, { team: 'bookings', releasesDir, queries })
  serveRoutes(app, { bookings, payments, checkouts, origin })
  handleErrors(app)

  const server = await listen(app, context, config)
  const heads = createHeads(bookings, payments)
  serveFeedSockets(server, { broker, origin, identityKey, authorise: mayFollow, heads, context })
})
