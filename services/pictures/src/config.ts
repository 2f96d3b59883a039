import { internalEnv } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

export const picturesEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  /** Variants are kept there; may be emptied at any time. */
  PICTURES_DIR: z.string().min(1),
  /** Variants printed at the same time, and how many more may wait. */
  PRINTERS: z.coerce.number().int().min(1).max(64).default(2),
  WAITING: z.coerce.number().int().min(0).max(10_000).default(128),
  /** So many pictures of the market are printed before anybody asks. */
  WARM_PICTURES: z.coerce.number().int().min(0).max(100_000).default(96),
})
