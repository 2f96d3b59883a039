import { createPrivateKey } from 'node:crypto'
import { languages, uiLanguages } from '@fernweh/contracts/browser/languages'
import { originSchema, processEnv, publicOriginSchema, urlListSchema } from '@fernweh/kit/server/process/config'
import { z } from 'zod'

const languageList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(z.enum(uiLanguages)).min(1))

/** Base64 of an Ed25519 private key as PKCS8 PEM. */
const privateKey = z.string().transform((base64, context) => {
  try {
    return createPrivateKey(Buffer.from(base64, 'base64').toString())
  } catch {
    context.addIssue({ code: 'custom', message: 'not the base64 of a private key as PEM' })
    return z.NEVER
  }
})

/** `{ "search": ["http://127.0.0.1:5001"], … }` */
export const urlsByName = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string().regex(/^[a-z]+$/), z.array(z.url({ protocol: /^https?$/ })).min(1)))

export const config = processEnv.extend({
  PUBLIC_ORIGIN: publicOriginSchema,
  RELEASES_DIR: z.string().min(1),
  /** A file with the URLs of every bff by team, read again when it changes. */
  BFFS_FILE: z.string().min(1),
  /** Services that third parties' servers call, by the name in `/hooks/<name>`. */
  HOOKS: urlsByName.default({}),
  /** Origins that the answer to a form may lead to, separated by commas. */
  FORM_TARGETS: z
    .string()
    .default('')
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(originSchema)),
  /** Trusted proxies in front of the gateway: that many entries at the end of `x-forwarded-for` are believed. */
  CLIENT_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** The header of this name (RFC 6797) of an https origin; empty: none. Other hosts of the domain may be somebody else's. */
  STRICT_TRANSPORT_SECURITY: z
    .string()
    .regex(/^(max-age=\d+(; includeSubDomains)?(; preload)?)?$/, 'not like max-age=31536000; includeSubDomains')
    .default('max-age=31536000'),
  WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(1200),
  /** Languages that can be chosen; `en-XA` shows what is clipped and what was never translated. */
  LANGUAGES: languageList.default([...languages]),
  /** A folder with the operator's help, contact, terms, privacy and imprint, e.g. `de/imprint.md`; what is missing is the sample. */
  TEXTS_DIR: z.string().min(1).optional(),
  DEVELOPMENT: z
    .enum(['', '1'])
    .default('')
    .transform((text) => text === '1'),
  ACCOUNTS_URLS: urlListSchema,
  PICTURES_URLS: urlListSchema,
  IDENTITY_PRIVATE_KEY: privateKey,
})
