import { openBff } from '@fernweh/kit/server/boot/open-bff'
import { createFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { mayFollow } from './feeds.ts'
import { createFragments } from './fragments.ts'
import { serveRoutes } from './routes.ts'

/** A home city and a host's name are worth a short wait; pages do without. */
const ACCOUNTS_TIMEOUT_MS = 300

await runProcess('bff-search', async (context) => {
  const config = readConfig(environment)
  const deps = {
    origin: config.PUBLIC_ORIGIN,
    search: createUpstream({ name: 'search', urls: config.SERVICE_URLS, context }),
    accounts: createUpstream({
      name: 'accounts',
      urls: config.ACCOUNTS_URLS,
      timeoutMs: ACCOUNTS_TIMEOUT_MS,
      context,
    }),
  }
  await openBff(context, {
    team: 'search',
    config,
    fragments: createFragments(deps),
    routes: (api) => serveRoutes(api, deps),
    feeds: { mayFollow, heads: createFeedHeads(deps.search) },
  })
})
