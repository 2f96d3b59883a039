import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { secretsOf } from '../src/state/secrets.ts'
import { environmentOf } from '../src/topology/environment.ts'
import { planInstances } from '../src/topology/instances.ts'
import { executables } from '../src/topology/processes.ts'
import { createTopology } from '../src/topology/topology.ts'
import { temporaryState } from './temporary-state.ts'

const real = {
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
  SMTP_URL: 'smtps://mail.example',
  MAIL_FROM: 'shop@fernweh.example',
}

beforeEach(() => {
  for (const name of Object.keys(real)) vi.stubEnv(name, undefined)
})
afterEach(() => void vi.unstubAllEnvs())

async function planTopology() {
  const instances = await planInstances(4000, {})
  const stateDir = temporaryState()
  const topology = createTopology(instances, {
    publicOrigin: 'http://localhost:4000',
    natsUrl: 'nats://127.0.0.1',
    adminUrl: 'postgres://127.0.0.1/postgres',
    releasesDir: '',
    stateDir,
    secrets: secretsOf(stateDir, []),
  })
  const envOf = (wanted: string) => {
    const executable = executables.find(({ name }) => name === wanted)
    return executable ? environmentOf(executable, topology) : {}
  }
  return { names: instances.map(({ executable }) => executable.name), envOf }
}

describe('without configuration', () => {
  test('simulators run, and the processes that need them get their addresses', async () => {
    const { names, envOf } = await planTopology()
    expect(names).toEqual(expect.arrayContaining(['stripe', 'mailbox']))
    const { STRIPE_API_URL, ...secrets } = envOf('payments')
    expect(STRIPE_API_URL).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(envOf('stripe')).toMatchObject({
      STRIPE_SECRET_KEY: secrets.STRIPE_SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: secrets.STRIPE_WEBHOOK_SECRET,
      WEBHOOK_URL: 'http://127.0.0.1:4000/hooks/stripe',
    })
    expect(envOf('gateway').FORM_TARGETS).toBe(STRIPE_API_URL)
    expect(envOf('notifications').SMTP_URL).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
    expect(envOf('bff-account').MAILBOX_URL).toMatch(/^http:/)
  })

  test('there is one instance of each simulator, since it keeps its state in memory', async () => {
    await expect(planInstances(4000, { stripe: 2 })).rejects.toThrow('There is one stripe only')
  })
})

describe('with the real ones configured', () => {
  beforeEach(() => {
    for (const [name, value] of Object.entries(real)) vi.stubEnv(name, value)
  })

  test('no simulator runs, and no process has the address of one', async () => {
    const { names, envOf } = await planTopology()
    expect(names.filter((name) => ['stripe', 'mailbox'].includes(name))).toEqual([])
    expect(envOf('payments')).toMatchObject({ STRIPE_SECRET_KEY: 'sk_live_1' })
    expect(envOf('payments')).not.toHaveProperty('STRIPE_API_URL')
    expect(envOf('notifications')).toMatchObject({ SMTP_URL: real.SMTP_URL, MAIL_FROM: real.MAIL_FROM })
    expect(envOf('bff-account')).not.toHaveProperty('MAILBOX_URL')
    expect(envOf('gateway').FORM_TARGETS).toBe('https://checkout.stripe.com')
  })

  test.each(['bff-account', 'search', 'gateway', 'notifications'])('%s does not get the secret key', async (name) => {
    expect(JSON.stringify((await planTopology()).envOf(name))).not.toContain('sk_live_1')
  })

  test('half a configuration is refused in one sentence', async () => {
    vi.stubEnv('STRIPE_WEBHOOK_SECRET', undefined)
    await expect(planTopology()).rejects.toThrow('STRIPE_WEBHOOK_SECRET is missing')
  })
})
