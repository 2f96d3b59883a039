import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Secrets {
  opsToken: string
  postgresPassword: string
  /** Base64 of PEM (SPKI and PKCS #8), Ed25519. */
  identityPublicKey: string
  identityPrivateKey: string
  /** What the simulated payment provider and the shop know of each other. */
  stripeSecretKey: string
  stripeWebhookSecret: string
  /** One password per role. */
  roles: Record<string, string>
}

export const hasSecrets = (state: string) => existsSync(fileIn(state))

const fileIn = (state: string) => join(state, 'secrets.json')

/** Made once per state folder, readable by its owner only. */
export function secretsOf(state: string, roles: string[]): Secrets {
  const file = fileIn(state)
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const passwords = Object.fromEntries(roles.map((role) => [role, kept.roles?.[role] ?? password()]))
  const secrets = { ...newSecrets(), ...kept, roles: { ...kept.roles, ...passwords } }
  writePrivate(file, secrets)
  return secrets
}

/** A whole file or none, readable by its owner only. */
export function writePrivate(file: string, value: unknown) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function newSecrets() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    opsToken: password(),
    postgresPassword: password(),
    identityPublicKey: Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })).toString('base64'),
    identityPrivateKey: Buffer.from(privateKey.export({ type: 'pkcs8', format: 'pem' })).toString('base64'),
    stripeSecretKey: `sk_test_${password()}`,
    stripeWebhookSecret: `whsec_${password()}`,
  }
}

function password() {
  return randomBytes(24).toString('hex')
}
