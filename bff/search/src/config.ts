import { bffEnv } from '@fernweh/kit/server/boot/open-bff'
import { urlListSchema } from '@fernweh/kit/server/process/config'

export const environment = bffEnv.extend({
  /** Instances of search. */
  SERVICE_URLS: urlListSchema,
  /** Instances of accounts, which know the home city of a visitor and the name of a host. */
  ACCOUNTS_URLS: urlListSchema,
})
