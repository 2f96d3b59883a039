import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database/database'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createKeyring } from '@fernweh/kit/server/personal-data/sealing'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { runCalls } from '@fernweh/kit/server/third-parties/calls'
import { createThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { auditNotifications } from './adapters/audit.ts'
import { createConsumers } from './adapters/consumers.ts'
import { createMailCalls } from './adapters/mail-calls.ts'
import { createMailer } from './adapters/smtp.ts'
import { serveNotifications } from './app.ts'
import { notificationsEnv } from './config.ts'
import { readSince } from './views/known.ts'

const BREAKER = { failures: 5, resetMs: 5_000 }

/** One is the relay's, up to five are the consumers', the rest settles mails. */
const CONNECTIONS = 8

await runProcess('notifications', async (context) => {
  const { log, metrics } = context
  const config = readConfig(notificationsEnv)
  const pool = createPool(config.DATABASE_URL, { connections: CONNECTIONS })
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))
  const since = await readSince(pool)

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  const relay = createOutboxRelay({ pool, broker, owner: 'notifications', log })
  context.onStop('relay', () => relay.stop())
  serveLog({ broker, pool, owner: 'notifications' })

  const { SMTP_URL: url, MAIL_FROM: from, MAIL_TIMEOUT_MS: timeoutMs, MAILS_PER_SECOND: perSecond } = config
  const mailer = createMailer({ url, from, timeoutMs, connections: perSecond })
  context.onStop('mail server', () => mailer.close())
  const thirdParty = createThirdParty({ name: 'smtp', perSecond, timeoutMs, breaker: BREAKER, metrics })
  context.onStop('breaker', () => thirdParty.close())
  const keyring = createKeyring({ broker, subject: 'keys.accounts' })
  const mailCalls = createMailCalls({ pool, keyring, mailer, origin: config.PUBLIC_ORIGIN, log })
  const calls = runCalls({ pool, log, thirdParty, ...mailCalls, afterCommit: () => relay.wake() })
  context.onStop('calls', () => calls.stop())

  const consumers = createConsumers({ pool, broker, log, since, afterCommit: () => calls.wake() })
  context.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveNotifications(app, { consumers, relay, audit: () => auditNotifications({ pool, broker, since }) })
  handleErrors(app)
  await listen(app, context, config)
})
