import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database/database'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { createThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { assemble } from './adapters/assemble.ts'
import { createStripe } from './adapters/stripe.ts'
import { WEBHOOK_PATH } from './adapters/webhooks.ts'
import { paymentsEnv } from './config.ts'

await runProcess('payments', async (context) => {
  const config = readConfig(paymentsEnv)
  const pool = createPool(config.DATABASE_URL, { connections: 8 })
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  const timeoutMs = config.STRIPE_TIMEOUT_MS
  const thirdParty = createThirdParty({
    name: 'stripe',
    perSecond: config.STRIPE_PER_SECOND,
    timeoutMs,
    breaker: { failures: 5, resetMs: config.STRIPE_RESET_MS },
    metrics: context.metrics,
  })
  context.onStop('stripe', () => thirdParty.close())
  const provider = createStripe({
    secretKey: config.STRIPE_SECRET_KEY,
    webhookSecret: config.STRIPE_WEBHOOK_SECRET,
    url: config.STRIPE_API_URL,
    timeoutMs,
    publicOrigin: config.PUBLIC_ORIGIN,
  })

  const signedBodies = [WEBHOOK_PATH]
  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY, signedBodies })
  assemble(app, context, { pool, broker, provider, thirdParty, patience: { forHold: 3_000, forCheckout: 4_000 } })
  handleErrors(app)
  await listen(app, context, config)
})
