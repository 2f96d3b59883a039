import { processEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const config = processEnv.omit({ NATS_URL: true }).extend({
  SMTP_PORT: z.coerce.number().int().min(0).max(65_535),
  STATE_DIR: z.string().min(1),
})
