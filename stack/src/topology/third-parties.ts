/** The payment provider and the mail server: those the environment names, or simulators of them. */
import { join } from 'node:path'
import { PlainError } from '../../plain-error.mjs'
import type { Topology } from './topology.ts'

/** Variables that name the real one: all of them, or none. */
const VARIABLES = {
  stripe: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'],
  mail: ['SMTP_URL', 'MAIL_FROM'],
} as const
export type ThirdPartyName = keyof typeof VARIABLES

/** Told only to the process that asks the third party. */
export const isSecret = (variable: string) => Object.values<readonly string[]>(VARIABLES).flat().includes(variable)

const CHECKOUT = 'https://checkout.stripe.com'

/** What the environment says of it; null when a simulator stands in. */
export function configured(party: ThirdPartyName, env = process.env): Record<string, string> | null {
  const missing = VARIABLES[party].filter((name) => !env[name])
  if (missing.length === VARIABLES[party].length) return null
  if (missing.length) throw new PlainError(`${missing} is missing: set ${VARIABLES[party].join(' and ')}, or neither.`)
  return Object.fromEntries(VARIABLES[party].map((name) => [name, env[name] as string]))
}

export function stripeEnv({ secrets, instancesOf }: Topology): Record<string, string> {
  const { stripeSecretKey: STRIPE_SECRET_KEY, stripeWebhookSecret: STRIPE_WEBHOOK_SECRET } = secrets
  const [STRIPE_API_URL = ''] = instancesOf('stripe')
  return configured('stripe') ?? { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_URL }
}

/** Where a form may lead from the shop. */
export function checkoutOrigin({ instancesOf }: Topology): string {
  return instancesOf('stripe')[0] ?? CHECKOUT
}

export function mailEnv({ portOf }: Topology): Record<string, string> {
  const local = () => ({
    SMTP_URL: `smtp://127.0.0.1:${portOf('mailbox', 'SMTP_PORT')}`,
    MAIL_FROM: 'Fernweh <hello@fernweh.example>',
  })
  return configured('mail') ?? local()
}

/** Where a page may say that mails can be read. */
export function mailboxEnv({ instancesOf }: Topology): Record<string, string> {
  const [MAILBOX_URL] = instancesOf('mailbox')
  return MAILBOX_URL ? { MAILBOX_URL } : {}
}

export function stripeSimulatorEnv({ secrets, stateDir, instancesOf }: Topology): Record<string, string> {
  return {
    OPS_TOKEN: secrets.opsToken,
    STATE_DIR: join(stateDir, 'stripe'),
    STRIPE_SECRET_KEY: secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    WEBHOOK_URL: `${instancesOf('gateway')[0]}/hooks/stripe`,
  }
}

export function mailSimulatorEnv({ secrets, stateDir }: Topology): Record<string, string> {
  return { OPS_TOKEN: secrets.opsToken, STATE_DIR: join(stateDir, 'mailbox') }
}
