import { innerEnv } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const reviewsEnv = innerEnv.extend({ DATABASE_URL: z.string().min(1) })
