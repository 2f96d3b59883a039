/** Configuration is read once, from the environment only; an error names every variable that is wrong. */
import { createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { isLoopback } from './loopback.ts'

export const urlListSchema = z
  .string()
  .transform((list) => list.split(',').map((url) => url.trim()))
  .pipe(z.array(z.url({ protocol: /^https?$/ })).min(1))

export const originSchema = z.string().superRefine((text, context) => {
  const message = whyNoOrigin(text)
  if (message) context.addIssue({ code: 'custom', message, input: text })
})

function whyNoOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return 'not an address like https://www.example.com'
  const { protocol, origin, host } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return `its scheme is ${protocol} and not https: or http:`
  if (origin !== text) return `not only scheme, host and port, as in ${protocol}//${host}`
  return undefined
}

/**
 * What people open. Sessions are Secure cookies, which browsers keep over plain http only from this machine: anywhere else
 * a sign-in would seem to work and change nothing.
 */
export const publicOriginSchema = originSchema.refine(
  (text) => !URL.canParse(text) || keepsSecureCookies(new URL(text)),
  'over http nobody could stay signed in, except on this machine (localhost, 127.0.0.1): use https',
)

const keepsSecureCookies = ({ protocol, hostname }: URL) => protocol !== 'http:' || isLoopback(hostname)

/** Base64 of an Ed25519 public key as SPKI PEM. */
export const publicKeySchema = z.string().transform((base64, context) => {
  try {
    return createPublicKey(Buffer.from(base64, 'base64').toString())
  } catch {
    context.addIssue({ code: 'custom', message: 'not the base64 of a public key as PEM' })
    return z.NEVER
  }
})

export const processEnv = z.object({
  PORT: z.coerce.number().int().min(0).max(65535),
  HOST: z.string().default('127.0.0.1'),
  INSTANCE: z.string().default(''),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  OPS_TOKEN: z.string().min(8),
  NATS_URL: z.string().min(1),
  /** Base URL of an OpenTelemetry collector; without one no span leaves the process. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
})

export const internalEnv = processEnv.extend({ IDENTITY_PUBLIC_KEY: publicKeySchema })

export function readConfig<Shape extends z.ZodObject>(
  shape: Shape,
  env: NodeJS.ProcessEnv = process.env,
): z.output<Shape> {
  const read = shape.safeParse(env)
  if (read.success) return read.data
  const problems = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`environment is not usable: ${problems.join('; ')}`)
}
