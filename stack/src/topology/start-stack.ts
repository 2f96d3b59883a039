import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstFreePort, freePort, isFree } from '../host/ports.ts'
import { PlainError, Stopped } from '../plain-error.ts'
import { type SeedSize, seedOnce } from '../seed/seed-once.ts'
import { postgresFolder, root, stateFolder } from '../state/folders.ts'
import { lock } from '../state/lock.ts'
import { endLeftovers } from '../state/process-records.ts'
import { openReleaseStore, type ReleaseStore } from '../state/releases.ts'
import { type RunningStack, removeDescription, writeDescription } from '../state/running-stack.ts'
import { hasSecrets, type Secrets, secretsOf } from '../state/secrets.ts'
import { dropDatabases, ensureDatabases } from '../stores/databases.ts'
import { type Nats, startNats } from '../stores/nats.ts'
import { type Postgres, startPostgres } from '../stores/postgres.ts'
import { type Controls, controlsOf } from '../supervision/controls.ts'
import { createSupervisor, type Program, type Supervisor } from '../supervision/supervisor.ts'
import { bffsOf } from './environment.ts'
import {
  type Environment,
  type InstancePlan,
  type Launch,
  type Mode,
  planInstances,
  planNames,
  type Scale,
  tiersOf,
  toProgram,
} from './instances.ts'
import { microFrontends } from './micro-frontends.ts'
import { databases } from './processes.ts'
import { createTopology, roleOf, urlsOf } from './topology.ts'

/** Runs one step of the start and reports it. */
type Step = <T>(name: string, work: (note: (text: string) => void) => T | Promise<T>) => Promise<T>

export interface StackOptions {
  /** Public port; when left out, the first free one from `portFrom` on, or any. */
  port?: number
  portFrom?: number
  /** Where browsers find it when something stands before it, e.g. `https://fernweh.example`. */
  origin?: string
  /** Empties the stores first. */
  fresh?: boolean
  /** Instances per process, one when left out. */
  scale?: Scale
  /** Stacks of different names run side by side. */
  name?: string
  stateDir?: string
  /** Environment by process (`bookings-api`) or instance (`search-2`). */
  env?: Record<string, Environment>
  /** False for data that may be lost with the machine, as in tests. */
  durable?: boolean
  /** Bundles from `dist`, or sources by tsx. */
  mode?: Mode
  /** Happens once per state folder. */
  seed?: boolean
  seedSize?: SeedSize
  step?: Step
  /** Gets what supervision does, one line each. */
  log?: (line: string) => void
  /** Stops a start, which then throws Stopped; its reason is the name of a signal. */
  signal?: AbortSignal
}

export interface Stack extends Omit<RunningStack, 'stack'> {
  processes: Controls
  /** Connection string of the service's own role. */
  database: (service: string) => string
  nats: Nats
  postgres: Postgres
  releases: ReleaseStore
  identityPrivateKey: string
  stateDir: string
  close: () => Promise<void>
}

/** Starts all processes on this machine, once those that a killed stack has left are stopped. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const state = options.stateDir ?? stateFolder(options.name ?? 'main')
  const unlock = lock(state)
  const supervisor = createSupervisor(state, options.log)
  options.signal?.addEventListener('abort', () => void supervisor.stopAll())
  const close = async () => {
    removeDescription(state)
    await supervisor.stopAll()
    unlock()
  }
  try {
    await endLeftovers(state)
    // What can be refused is refused before anything is emptied or made.
    planNames(options.scale ?? {})
    const port = await publicPort(options)
    if (options.fresh || !hasSecrets(state)) empty(state)
    return { ...(await start({ ...options, port }, state, supervisor)), close }
  } catch (error) {
    await close()
    // What fails because of the stop is of no interest.
    throw options.signal?.aborted ? new Stopped(options.signal.reason) : error
  }
}

async function start(
  options: StackOptions & { port: number },
  state: string,
  supervisor: Supervisor,
): Promise<Omit<Stack, 'close'>> {
  const { step = silently, mode = 'production', env = {}, scale = {}, seed = true, seedSize = 'small' } = options
  const { port } = options
  const overrides = { ...env }
  const secrets = secretsOf(state, databases)
  const postgres = await step('postgresql', () =>
    startPostgres({ state, password: secrets.postgresPassword, supervisor, durable: options.durable ?? true }),
  )
  const nats = await step('nats', (note) => startNats({ state, supervisor, note }))
  await step('databases', () => prepareDatabases(postgres.adminUrl, secrets, options.fresh ?? false))
  const releasesDir = join(state, 'releases')
  const releases = openReleaseStore(releasesDir)
  await step('releases', () => publishAll(releases))

  const instances = await planInstances(port, scale)
  const publicOrigin = options.origin ?? `http://localhost:${port}`
  const topology = createTopology(instances, {
    publicOrigin,
    natsUrl: nats.url,
    adminUrl: postgres.adminUrl,
    releasesDir,
    stateDir: state,
    secrets,
  })
  writeFileSync(topology.bffsFile, JSON.stringify(bffsOf(topology)))
  const programs = await startInstances(instances, { supervisor, topology, mode, overrides }, step)
  const description = {
    url: topology.publicOrigin,
    port,
    urls: urlsOf(instances),
    natsUrl: nats.url,
    adminDatabaseUrl: postgres.adminUrl,
    releasesDir,
    opsToken: secrets.opsToken,
  }
  if (seed) await step('seed', (note) => seedOnce(state, description, { size: seedSize, note, now: new Date() }))
  writeDescription(state, description)
  return {
    ...description,
    identityPrivateKey: secrets.identityPrivateKey,
    stateDir: state,
    processes: controlsOf(instances, programs, overrides),
    database: topology.databaseUrl,
    nats,
    postgres,
    releases,
  }
}

const silently: Step = async (_, work) => work(() => {})

async function publicPort({ port, portFrom, log }: StackOptions) {
  if (port === undefined) return portFrom === undefined ? freePort() : firstFreePort(portFrom, log)
  if (await isFree(port)) return port
  throw new PlainError(`Port ${port} is in use: stop what listens there, or choose another with --port.`)
}

/** Root's database is outside of the checkout: one that a deleted checkout of the same path has left has lost its keys. */
export function empty(state: string) {
  for (const entry of readdirSync(state)) if (entry !== 'lock') rmSync(join(state, entry), { recursive: true })
  rmSync(postgresFolder(state), { recursive: true, force: true })
}

async function prepareDatabases(adminUrl: string, secrets: Secrets, fresh: boolean) {
  const passwords = Object.fromEntries(databases.map((service) => [roleOf(service), secrets.roles[service] as string]))
  if (fresh) await dropDatabases(adminUrl, Object.keys(passwords))
  await ensureDatabases(adminUrl, passwords)
}

function publishAll(releases: ReleaseStore) {
  for (const { name, folder } of microFrontends()) {
    releases.goLive(name, releases.publish(name, join(root, folder, 'dist')))
  }
}

/** Callees before their callers. Ranks 0 and 1 are the stores. */
async function startInstances(instances: InstancePlan[], launch: Launch, step: Step) {
  const programs = new Map<string, Program>()
  for (const [index, tier] of tiersOf(instances).entries()) {
    for (const instance of tier) programs.set(instance.name, toProgram(instance, index + 2, launch))
    await Promise.all(tier.map(({ name }) => step(name.replace(/-1$/, ''), () => programs.get(name)?.start())))
  }
  return programs
}
