import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createFeedHeads } from '@fernweh/kit/server/feed-heads'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLive } from '@fernweh/kit/server/live'
import { serveParts } from '@fernweh/kit/server/parts'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { environment } from './config.ts'
import { mayFollow } from './feeds.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'

/** What is near home and what a host is called are worth so much waiting; the pages do without. */
const WORTH_MS = 300

await runProcess('bff-search', async (life) => {
  const config = readConfig(environment)
  const { PUBLIC_ORIGIN: origin, IDENTITY_PUBLIC_KEY: identityKey, RELEASES_DIR: releasesDir } = config
  const broker = await connectBroker({ url: config.NATS_URL, name: life.name })
  life.onStop('broker', () => broker.nc.drain())
  const search = createUpstream({ name: 'search', urls: config.SERVICE_URLS, life })
  const accounts = createUpstream({ name: 'accounts', urls: config.ACCOUNTS_URLS, timeoutMs: WORTH_MS, life })

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey })
  serveParts(app, { team: 'search', releasesDir, queries: createQueries({ search, accounts }) })
  serveRoutes(app, search)
  finish(app)

  const server = await listen(app, life, config)
  serveLive(server, { broker, origin, identityKey, authorise: mayFollow, heads: createFeedHeads(search), life })
})
