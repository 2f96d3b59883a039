/** The map of who talks to whom: every executable, where its sources are, whom it asks, and the environment it gets. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  checkoutOrigin,
  mailboxEnv,
  mailEnv,
  mailSimulatorEnv,
  stripeEnv,
  stripeSimulatorEnv,
  type ThirdPartyName,
} from './third-parties.ts'
import type { Topology } from './topology.ts'

export interface Executable {
  name: string
  /** Workspace folder, and the file below its `src` (or `dist`) without extension. */
  folder: string
  entry: string
  database?: string
  /** Variables that tell it further ports to listen on. */
  ports?: string[]
  /** People are sent there: its port is so far above the public one, if that is free. */
  portOffset?: number
  /** A simulator: not started when the environment names the real thing; never more than one. */
  standsInFor?: ThirdPartyName
  /** Processes it sends requests to; they start first. Everything else travels over NATS. */
  asks: string[]
  env: (world: Topology) => Record<string, string>
}

const teams = ['search', 'bookings', 'reviews', 'account']

export const executables: Executable[] = [
  withDatabase('accounts', 'main'),
  withDatabase('catalog', 'main'),
  withDatabase('bookings', 'main-api'),
  withDatabase('bookings', 'main-processor'),
  withDatabase('reviews', 'main'),
  pictures(),
  { name: 'search', folder: 'services/search', entry: 'main', asks: [], env: inner },
  {
    name: 'stripe',
    folder: 'stack/simulators/stripe',
    entry: 'main',
    standsInFor: 'stripe',
    portOffset: 1,
    asks: [],
    env: stripeSimulatorEnv,
  },
  {
    name: 'mailbox',
    folder: 'stack/simulators/mail',
    entry: 'main',
    standsInFor: 'mail',
    portOffset: 2,
    ports: ['SMTP_PORT'],
    asks: [],
    env: mailSimulatorEnv,
  },
  withThirdParty('payments', 'stripe', stripeEnv),
  withThirdParty('notifications', 'mailbox', mailEnv),
  bff('search', { SERVICE_URLS: 'search', ACCOUNTS_URLS: 'accounts' }),
  bff('bookings', { SERVICE_URLS: 'bookings-api', PAYMENTS_URLS: 'payments' }),
  bff('reviews', { SERVICE_URLS: 'reviews' }),
  bff('account', { SERVICE_URLS: 'accounts' }, mailboxEnv),
  {
    name: 'gateway',
    folder: 'gateway',
    entry: 'main',
    asks: [...teams.map((team) => `bff-${team}`), 'accounts', 'payments', 'pictures'],
    env: gateway,
  },
]

/** One database and one role each. */
export const databases = [...new Set(executables.flatMap(({ database }) => database ?? []))]

/** Workspaces whose builds are published as releases, by the name of the release. */
export const microFrontends: Record<string, string> = {
  shell: 'shell',
  search: 'mfe-search',
  bookings: 'mfe-bookings',
  reviews: 'mfe-reviews',
  account: 'mfe-account',
}

/** `main-api` of bookings runs as `bookings-api`. */
function withDatabase(service: string, entry: string): Executable {
  const env = (world: Topology) => ({ ...inner(world), DATABASE_URL: world.databaseUrl(service) })
  return {
    name: entry.replace('main', service),
    folder: `services/${service}`,
    entry,
    database: service,
    asks: [],
    env,
  }
}

function pictures(): Executable {
  const own = withDatabase('pictures', 'main')
  return { ...own, env: (world) => ({ ...own.env(world), PICTURES_DIR: join(world.stateDir, 'pictures') }) }
}

function withThirdParty(service: string, simulator: string, ofThirdParty: Executable['env']): Executable {
  const own = withDatabase(service, 'main')
  const env = (world: Topology) => ({ ...own.env(world), PUBLIC_ORIGIN: world.publicOrigin, ...ofThirdParty(world) })
  return { ...own, asks: [simulator], env }
}

/** `asked`: processes by the variable that tells their addresses. */
function bff(team: string, asked: Record<string, string>, more: Executable['env'] = () => ({})): Executable {
  const env = (world: Topology) => ({
    ...inner(world),
    ...Object.fromEntries(Object.entries(asked).map(([name, process]) => [name, world.instancesOf(process).join(',')])),
    RELEASES_DIR: world.releasesDir,
    PUBLIC_ORIGIN: world.publicOrigin,
    ...more(world),
  })
  return { name: `bff-${team}`, folder: `bff/${team}`, entry: 'main', asks: Object.values(asked), env }
}

function inner({ natsUrl, secrets }: Topology) {
  return { NATS_URL: natsUrl, OPS_TOKEN: secrets.opsToken, IDENTITY_PUBLIC_KEY: secrets.identityPublicKey }
}

function gateway(world: Topology) {
  const { natsUrl, secrets, publicOrigin, releasesDir, instancesOf } = world
  return {
    NATS_URL: natsUrl,
    OPS_TOKEN: secrets.opsToken,
    IDENTITY_PRIVATE_KEY: secrets.identityPrivateKey,
    PUBLIC_ORIGIN: publicOrigin,
    RELEASES_DIR: releasesDir,
    ACCOUNTS_URLS: instancesOf('accounts').join(','),
    PICTURES_URLS: instancesOf('pictures').join(','),
    BFFS_FILE: writeBffs(world),
    HOOKS: JSON.stringify({ stripe: instancesOf('payments') }),
    FORM_TARGETS: checkoutOrigin(world),
  }
}

/** The gateway reads it again when it changes. */
function writeBffs({ stateDir, instancesOf }: Topology): string {
  const file = join(stateDir, 'bffs.json')
  writeFileSync(file, JSON.stringify(Object.fromEntries(teams.map((team) => [team, instancesOf(`bff-${team}`)]))))
  return file
}
