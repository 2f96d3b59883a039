import path from 'node:path'
import { setInterval } from 'node:timers'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveApi } from './api/api.ts'
import { serveHostedPage } from './checkout-page/hosted.ts'
import { config as shape } from './config.ts'
import { serveControls } from './controls.ts'
import { expireOverdue } from './payments/sessions.ts'
import type { StripeProvider } from './provider.ts'
import { createCalls, settingsSchema } from './settings.ts'
import { openStore } from './store.ts'
import { createWebhooks } from './webhooks/webhooks.ts'

await runProcess('stripe', async (context) => {
  const config = readConfig(shape)
  const store = openStore(path.join(config.STATE_DIR, 'stripe.jsonl'))
  const settings = settingsSchema.parse({})
  const calls = createCalls()
  const { WEBHOOK_URL: url, STRIPE_WEBHOOK_SECRET: secret } = config
  const webhooks = createWebhooks({ url, secret, store, settings, log: context.log })
  context.onStop('webhooks', webhooks.stop)
  const origin = `http://${config.HOST}:${config.PORT}`
  const provider: StripeProvider = { store, settings, origin, emit: webhooks.emit }
  const overdue = setInterval(() => expireOverdue(provider), 1_000)
  context.onStop('expiry', () => clearInterval(overdue))

  const app = createApp(context, { opsToken: config.OPS_TOKEN })
  serveControls(app, provider, calls)
  serveApi(app, provider, calls, config.STRIPE_SECRET_KEY)
  serveHostedPage(app, provider)
  handleErrors(app)
  await listen(app, context, config)
  webhooks.resume()
})
