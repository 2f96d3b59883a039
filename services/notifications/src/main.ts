import { connectBroker } from '@fernweh/kit/server/broker'
import { runCalls } from '@fernweh/kit/server/calls'
import { readConfig } from '@fernweh/kit/server/config'
import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { createRelay } from '@fernweh/kit/server/relay'
import { createKeyring } from '@fernweh/kit/server/sealing'
import { createThirdParty } from '@fernweh/kit/server/third-party'
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

await runProcess('notifications', async (life) => {
  const { log, metrics } = life
  const config = readConfig(notificationsEnv)
  const pool = createPool(config.DATABASE_URL, { connections: CONNECTIONS })
  life.onStop('database', () => pool.end())
  life.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))
  const since = await readSince(pool)

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())
  const relay = createRelay({ pool, broker, owner: 'notifications', log })
  life.onStop('relay', () => relay.stop())
  serveLog({ broker, pool, owner: 'notifications' })

  const { SMTP_URL: url, MAIL_FROM: from, MAIL_TIMEOUT_MS: timeoutMs, MAILS_PER_SECOND: perSecond } = config
  const mailer = createMailer({ url, from, timeoutMs, connections: perSecond })
  life.onStop('mail server', () => mailer.close())
  const thirdParty = createThirdParty({ name: 'smtp', perSecond, timeoutMs, breaker: BREAKER, metrics })
  life.onStop('breaker', () => thirdParty.close())
  const keyring = createKeyring({ broker, subject: 'keys.accounts' })
  const mailCalls = createMailCalls({ pool, keyring, mailer, origin: config.PUBLIC_ORIGIN, log })
  const calls = runCalls({ pool, log, thirdParty, ...mailCalls, afterCommit: () => relay.poke() })
  life.onStop('calls', () => calls.stop())

  const consumers = createConsumers({ pool, broker, log, since, afterCommit: () => calls.poke() })
  life.onStop('consumers', () => Promise.all(consumers.map((consumer) => consumer.stop())))

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveNotifications(app, { consumers, relay, audit: () => auditNotifications({ pool, broker, since }) })
  finish(app)
  await listen(app, life, config)
})
