import { bffEnv } from '@fernweh/kit/server/boot/open-bff'
import { urlListSchema } from '@fernweh/kit/server/process/config'

export const environment = bffEnv.extend({
  /** Instances of reviews. */
  SERVICE_URLS: urlListSchema,
})
