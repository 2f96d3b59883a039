/** The map of who talks to whom: every executable, where its sources are, whom it asks, and the environment it gets. */
import type { Secrets } from './secrets.ts'

export interface World {
  publicOrigin: string
  natsUrl: string
  releasesDir: string
  secrets: Secrets
  /** Base URLs of every instance. */
  instancesOf: (process: string) => string[]
  databaseUrl: (database: string) => string
}

export interface Executable {
  name: string
  /** Workspace folder, and the file below its `src` (or `dist`) without extension. */
  folder: string
  entry: string
  database?: string
  /** Processes it sends requests to; they start first. Everything else travels over NATS. */
  asks: string[]
  env: (world: World) => Record<string, string>
}

const teams = ['search', 'bookings', 'reviews', 'account']

export const executables: Executable[] = [
  withDatabase('accounts', 'main'),
  withDatabase('catalog', 'main'),
  withDatabase('bookings', 'main-api'),
  withDatabase('bookings', 'main-processor'),
  withDatabase('reviews', 'main'),
  { name: 'search', folder: 'services/search', entry: 'main', asks: [], env: inner },
  bff('search', 'search'),
  bff('bookings', 'bookings-api'),
  bff('reviews', 'reviews'),
  bff('account', 'accounts'),
  {
    name: 'gateway',
    folder: 'gateway',
    entry: 'main',
    asks: [...teams.map((team) => `bff-${team}`), 'accounts'],
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
  const env = (world: World) => ({ ...inner(world), DATABASE_URL: world.databaseUrl(service) })
  return {
    name: entry.replace('main', service),
    folder: `services/${service}`,
    entry,
    database: service,
    asks: [],
    env,
  }
}

function bff(team: string, service: string): Executable {
  const env = (world: World) => ({
    ...inner(world),
    SERVICE_URLS: world.instancesOf(service).join(','),
    RELEASES_DIR: world.releasesDir,
    PUBLIC_ORIGIN: world.publicOrigin,
  })
  return { name: `bff-${team}`, folder: `bff/${team}`, entry: 'main', asks: [service], env }
}

function inner({ natsUrl, secrets }: World) {
  return { NATS_URL: natsUrl, OPS_TOKEN: secrets.opsToken, IDENTITY_PUBLIC_KEY: secrets.identityPublicKey }
}

function gateway({ natsUrl, secrets, publicOrigin, releasesDir, instancesOf }: World) {
  return {
    NATS_URL: natsUrl,
    OPS_TOKEN: secrets.opsToken,
    IDENTITY_PRIVATE_KEY: secrets.identityPrivateKey,
    PUBLIC_ORIGIN: publicOrigin,
    RELEASES_DIR: releasesDir,
    ACCOUNTS_URLS: instancesOf('accounts').join(','),
    BFFS: JSON.stringify(Object.fromEntries(teams.map((team) => [team, instancesOf(`bff-${team}`)]))),
  }
}
