import { innerEnv } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const bookingsEnv = innerEnv.extend({
  DATABASE_URL: z.string().min(1),
  /** How long seats stay held. */
  HOLD_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
})
export type Config = z.output<typeof bookingsEnv>
