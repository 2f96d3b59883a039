import { processEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const config = processEnv.omit({ NATS_URL: true }).extend({
  STATE_DIR: z.string().min(1),
  /** The one key this account has. */
  STRIPE_SECRET_KEY: z.string().startsWith('sk_test_'),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_'),
  /** The shop's endpoint. */
  WEBHOOK_URL: z.url(),
})
