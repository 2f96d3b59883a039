import { internalEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const catalogEnv = internalEnv.extend({ DATABASE_URL: z.string().min(1) })
