import { internalEnv, originSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

const ADDRESS = /^([^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u

export const notificationsEnv = internalEnv.extend({
  DATABASE_URL: z.string().min(1),
  PUBLIC_ORIGIN: originSchema,
  /** `smtp://` (STARTTLS where the server offers it) or `smtps://`, with user and password if it wants them. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().regex(ADDRESS, 'not an address'),
  /** Of each instance; as many connections at most. */
  MAILS_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(20),
  /** How long the server may take over one mail. One that takes longer may get it twice. */
  MAIL_TIMEOUT_MS: z.coerce.number().int().min(100).default(30_000),
})
