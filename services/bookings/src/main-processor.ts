import { readConfig } from '@fernweh/kit/server/config'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/operators'
import { confirmPaid } from './adapters/confirm-paid.ts'
import { fireTimers } from './adapters/fire-timers.ts'
import { hearOffers } from './adapters/hear-offers.ts'
import { serveImport } from './adapters/import-bookings.ts'
import { openSessions } from './adapters/open-sessions.ts'
import { newReference } from './adapters/references.ts'
import { bookingsEnv } from './config.ts'
import { openCore } from './core.ts'
import { auditBookings } from './views/audit.ts'

await runProcess('bookings-processor', async (life) => {
  const config = readConfig(bookingsEnv)
  const { pool, broker, relay, clerk } = await openCore(life, config)
  const { log } = life

  const sessions = openSessions({ pool, broker, log, afterCommit: () => relay.poke() })
  life.onStop('sessions', () => sessions.stop())
  const offers = hearOffers({ pool, broker, log })
  life.onStop('offers', () => Promise.all(offers.map((offer) => offer.stop())))
  const payments = confirmPaid({ pool, broker, log, clerk, newReference })
  life.onStop('payments', () => payments.stop())
  const timers = fireTimers({ pool, clerk, log })
  life.onStop('timers', () => timers.stop())

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditBookings(pool))
  serveParkedReplay(app, [sessions, ...offers, payments])
  serveImport(app, clerk, newReference)
  finish(app)
  await listen(app, life, config)
})
