import { serveFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/service/operators'
import { serveBookings } from './adapters/http.ts'
import { createBookings } from './app.ts'
import { bookingsEnv } from './config.ts'
import { openCore } from './core.ts'
import { auditBookings } from './views/audit.ts'
import { createViews } from './views/read.ts'

await runProcess('bookings-api', async (context) => {
  const config = readConfig(bookingsEnv)
  const { pool, relay, clerk, readFeeds } = await openCore(context, config)

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveBookings(app, createBookings({ clerk, views: createViews(pool) }))
  serveFeedHeads(app, readFeeds)
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditBookings(pool))
  handleErrors(app)
  await listen(app, context, config)
})
