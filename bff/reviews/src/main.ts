import { openBff } from '@fernweh/kit/server/boot/open-bff'
import { createFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { mayFollow } from './feeds.ts'
import { createFragments } from './fragments.ts'
import { serveRoutes } from './routes.ts'

await runProcess('bff-reviews', async (context) => {
  const config = readConfig(environment)
  const deps = { reviews: createUpstream({ name: 'reviews', urls: config.SERVICE_URLS, context }) }
  await openBff(context, {
    team: 'reviews',
    config,
    fragments: createFragments(deps),
    routes: (api) => serveRoutes(api, deps),
    feeds: { mayFollow, heads: createFeedHeads(deps.reviews) },
  })
})
