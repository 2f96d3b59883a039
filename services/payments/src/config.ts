import { internalEnv, originSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const paymentsEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  /** Where travellers come back to from the provider's page. */
  PUBLIC_ORIGIN: originSchema,
  STRIPE_SECRET_KEY: z.string().min(8),
  STRIPE_WEBHOOK_SECRET: z.string().min(8),
  /** Left out: Stripe itself. */
  STRIPE_API_URL: originSchema.optional(),
  /** Most calls of this instance in any second. */
  STRIPE_PER_SECOND: z.coerce.number().int().min(1).default(20),
  STRIPE_TIMEOUT_MS: z.coerce.number().int().min(100).default(8_000),
  /** How long the provider is left alone after it has failed too often. */
  STRIPE_RESET_MS: z.coerce.number().int().min(100).default(5_000),
})
