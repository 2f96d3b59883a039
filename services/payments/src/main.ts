import { openService } from '@fernweh/kit/server/boot/open-service'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { createThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { WEBHOOK_PATH } from './api/webhooks.ts'
import { auditPayments } from './audit.ts'
import { composePayments } from './compose.ts'
import { paymentsEnv } from './config.ts'
import { createStripe } from './third-party/stripe.ts'

await runProcess('payments', async (context) => {
  const service = await openService(context, {
    env: paymentsEnv,
    owner: 'payments',
    migrations: new URL('../migrations/', import.meta.url),
    connections: 8,
    signedBodies: [WEBHOOK_PATH],
  })
  const { config } = service
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
  composePayments(service, { provider, thirdParty, waitLimits: { holdMs: 3_000, checkoutMs: 4_000 } })
  await service.serve(() => auditPayments(service.pool))
})
