import { innerEnv, urlList } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const environment = innerEnv.extend({
  /** Instances of accounts, the one service this bff asks. */
  SERVICE_URLS: urlList,
  RELEASES_DIR: z.string().min(1),
})
