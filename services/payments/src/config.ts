import { internalEnv, originSchema, publicOriginSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const paymentsEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  /** Travellers return here from the page of the provider. */
  PUBLIC_ORIGIN: publicOriginSchema,
  STRIPE_SECRET_KEY: z.string().min(8),
  STRIPE_WEBHOOK_SECRET: z.string().min(8),
  /** Stripe itself when left out. */
  STRIPE_API_URL: originSchema.optional(),
  /** Maximum calls of this instance in any second. */
  STRIPE_PER_SECOND: z.coerce.number().int().min(1).default(20),
  STRIPE_TIMEOUT_MS: z.coerce.number().int().min(100).default(8_000),
  /** How long calls pause after the provider has failed too often. */
  STRIPE_RESET_MS: z.coerce.number().int().min(100).default(5_000),
})
