import { innerEnv } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const catalogEnv = innerEnv.extend({ DATABASE_URL: z.string().min(1) })
