import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/service/operators'
import { confirmPaid } from './adapters/confirm-paid.ts'
import { fireTimers } from './adapters/fire-timers.ts'
import { hearOffers } from './adapters/hear-offers.ts'
import { serveImport } from './adapters/import-bookings.ts'
import { openSessions } from './adapters/open-sessions.ts'
import { newReference } from './adapters/references.ts'
import { bookingsEnv } from './config.ts'
import { openCore } from './core.ts'
import { auditBookings } from './views/audit.ts'

await runProcess('bookings-processor', async (context) => {
  const config = readConfig(bookingsEnv)
  const { pool, broker, relay, clerk } = await openCore(context, config)
  const { log } = context

  const sessions = openSessions({ pool, broker, log, afterCommit: () => relay.wake() })
  context.onStop('sessions', () => sessions.stop())
  const offers = hearOffers({ pool, broker, log })
  context.onStop('offers', () => Promise.all(offers.map((offer) => offer.stop())))
  const payments = confirmPaid({ pool, broker, log, clerk, newReference })
  context.onStop('payments', () => payments.stop())
  const timers = fireTimers({ pool, clerk, log })
  context.onStop('timers', () => timers.stop())

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditBookings(pool))
  serveParkedReplay(app, [sessions, ...offers, payments])
  serveImport(app, clerk, newReference)
  handleErrors(app)
  await listen(app, context, config)
})
