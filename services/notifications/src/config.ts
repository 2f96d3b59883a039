import { internalEnv, publicOriginSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

const ADDRESS = /^([^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u

export const notificationsEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  PUBLIC_ORIGIN: publicOriginSchema,
  /** `smtp://` (STARTTLS where the server offers it) or `smtps://`, with user and password where it demands them. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().regex(ADDRESS, 'must be an address, with or without a name'),
  /** Per instance; also the maximum number of connections. */
  MAILS_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(20),
  /** Timeout of the server for one mail. A server that accepts it later may get it twice. */
  MAIL_TIMEOUT_MS: z.coerce.number().int().min(100).default(30_000),
})
