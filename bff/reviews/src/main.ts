import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { createFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { serveFeedSockets } from '@fernweh/kit/server/feeds/socket-bridge'
import { serveFragments } from '@fernweh/kit/server/fragments/fragments'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { mayFollow } from './feeds.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'

await runProcess('bff-reviews', async (context) => {
  const config = readConfig(environment)
  const { PUBLIC_ORIGIN: origin, IDENTITY_PUBLIC_KEY: identityKey, RELEASES_DIR: releasesDir } = config
  const broker = await connectBroker({ url: config.NATS_URL, name: context.name })
  context.onStop('broker', () => broker.nc.drain())
  const reviews = createUpstream({ name: 'reviews', urls: config.SERVICE_URLS, context })

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey })
  serveFragments(app, { team: 'reviews', releasesDir, queries: createQueries(reviews) })
  serveRoutes(app, reviews)
  handleErrors(app)

  const server = await listen(app, context, config)
  serveFeedSockets(server, {
    broker,
    origin,
    identityKey,
    authorise: mayFollow,
    heads: createFeedHeads(reviews),
    context,
  })
})
