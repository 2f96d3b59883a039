import { urlListSchema } from '@fernweh/kit/server/process/config'
import { bffEnv } from '@fernweh/kit/server/boot/open-bff'

export const environment = bffEnv.extend({
  /** Instances of reviews. */
  SERVICE_URLS: urlListSchema,
})
