import { innerEnv } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const accountsEnv = innerEnv.extend({ DATABASE_URL: z.string().min(1) })
