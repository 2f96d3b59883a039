import { internalEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const picturesEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  /** Folder of rendered variants; may be emptied at any time. */
  PICTURES_DIR: z.string().min(1),
  /** Variants rendered at the same time, and how many more may wait. */
  PICTURES_AT_ONCE: z.coerce.number().int().min(1).max(64).default(2),
  PICTURES_WAITING: z.coerce.number().int().min(0).max(10_000).default(128),
  /** Number of pictures rendered before anybody asks for them. */
  WARM_PICTURES: z.coerce.number().int().min(0).max(100_000).default(96),
})
