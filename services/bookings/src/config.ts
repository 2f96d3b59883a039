import { internalEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const bookingsEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  /** How long seats stay held. */
  HOLD_SECONDS: z.coerce.number().int().min(1).max(86_400).default(600),
  /** How long after its start a session counts as over; left out, or longer than the session: when it ends. */
  VISIT_SECONDS: z.coerce.number().int().min(1).optional(),
})
