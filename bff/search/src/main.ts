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

/** What is near home and what a host is called are worth so much waiting; the pages do without. */
const WORTH_MS = 300

await runProcess('bff-search', async (context) => {
  const config = readConfig(environment)
  const { PUBLIC_ORIGIN: origin, IDENTITY_PUBLIC_KEY: identityKey, RELEASES_DIR: releasesDir } = config
  const broker = await connectBroker({ url: config.NATS_URL, name: context.name })
  context.onStop('broker', () => broker.nc.drain())
  const search = createUpstream({ name: 'search', urls: config.SERVICE_URLS, context })
  const accounts = createUpstream({ name: 'accounts', urls: config.ACCOUNTS_URLS, timeoutMs: WORTH_MS, context })

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey })
  serveFragments(app, { team: 'search', releasesDir, queries: createQueries({ search, accounts }) })
  serveRoutes(app, search)
  handleErrors(app)

  const server = await listen(app, context, config)
  serveFeedSockets(server, {
    broker,
    origin,
    identityKey,
    authorise: mayFollow,
    heads: createFeedHeads(search),
    context,
  })
})
