import { openBff } from '@fernweh/kit/server/boot/open-bff'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { createHeads, mayFollow } from './feeds.ts'
import { createFragments } from './fragments.ts'
import { serveRoutes } from './routes.ts'

const CHECKOUT_TIMEOUT_MS = 9000
/** Links to reviews are worth a short wait; the page does without. */
const REVIEWS_TIMEOUT_MS = 300

await runProcess('bff-bookings', async (context) => {
  const config = readConfig(environment)
  const payments = { name: 'payments', urls: config.PAYMENTS_URLS, context }
  const deps = {
    bookings: createUpstream({ name: 'bookings-api', urls: config.SERVICE_URLS, context }),
    payments: createUpstream(payments),
    checkouts: createUpstream({ ...payments, timeoutMs: CHECKOUT_TIMEOUT_MS }),
    reviews: createUpstream({ name: 'reviews', urls: config.REVIEWS_URLS, timeoutMs: REVIEWS_TIMEOUT_MS, context }),
    origin: config.PUBLIC_ORIGIN,
    log: context.log,
  }
  await openBff(context, {
    team: 'bookings',
    config,
    fragments: createFragments(deps),
    routes: (api) => serveRoutes(api, deps),
    feeds: { mayFollow, heads: createHeads(deps) },
  })
})
