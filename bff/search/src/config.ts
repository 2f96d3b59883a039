import { innerEnv, origin, urlList } from '@fernweh/kit/server/config'
import { z } from 'zod'

export const environment = innerEnv.extend({
  /** Instances of search. */
  SERVICE_URLS: urlList,
  /** Instances of accounts, who know where a signed-in visitor lives. */
  ACCOUNTS_URLS: urlList,
  RELEASES_DIR: z.string().min(1),
  /** Whose pages may follow feeds. */
  PUBLIC_ORIGIN: origin,
})
