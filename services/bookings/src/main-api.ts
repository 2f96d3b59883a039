import { readConfig } from '@fernweh/kit/server/config'
import { serveFeedHeads } from '@fernweh/kit/server/feed-heads'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/operators'
import { serveBookings } from './adapters/http.ts'
import { createBookings } from './app.ts'
import { bookingsEnv } from './config.ts'
import { openCore } from './core.ts'
import { auditBookings } from './views/audit.ts'
import { createViews } from './views/read.ts'

await runProcess('bookings-api', async (life) => {
  const config = readConfig(bookingsEnv)
  const { pool, relay, clerk, readFeeds } = await openCore(life, config)

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveBookings(app, createBookings({ clerk, views: createViews(pool) }))
  serveFeedHeads(app, readFeeds)
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditBookings(pool))
  finish(app)
  await listen(app, life, config)
})
