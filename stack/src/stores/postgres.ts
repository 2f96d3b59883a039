import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inheritedFakeClock } from '../clocks/fake-clock.ts'
import { freePort } from '../host/ports.ts'
import { end, identify } from '../host/process-identity.ts'
import { PlainError } from '../plain-error.ts'
import { postgresFolder, unprivileged } from '../state/folders.ts'
import type { Supervisor } from '../supervision/supervisor.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { foreignServer, type Server } from './server.ts'

export interface Postgres extends Server {
  adminUrl: string
}

interface Options {
  state: string
  password: string
  supervisor: Supervisor
  port?: number
  /** False for data that may be lost with the machine, as in tests: commits do not wait for the disk. */
  durable?: boolean
}

const ADMIN = 'fernweh'
const ATTEMPTS = 3

/** The server of `DATABASE_ADMIN_URL`, or an embedded one of our own. */
export async function startPostgres(options: Options): Promise<Postgres> {
  const external = process.env.DATABASE_ADMIN_URL
  return external ? { adminUrl: external, ...foreignServer('DATABASE_ADMIN_URL') } : startEmbedded(options, ATTEMPTS)
}

/** Another program may take the port between choosing and listening; then another port is tried. */
async function startEmbedded(options: Options, attempts: number): Promise<Postgres> {
  const { state, password, supervisor, durable = true } = options
  const port = options.port ?? (await freePort())
  const adminUrl = `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`
  const program = supervisor.program(postgresProgram(ensureData(state, password), { port, adminUrl, durable }))
  try {
    await program.start()
    return { adminUrl, ...program }
  } catch (error) {
    await program.stop()
    if (attempts > 1) return startEmbedded({ state, password, supervisor, durable }, attempts - 1)
    throw error
  }
}

function postgresProgram(
  { binaries, data }: { binaries: string; data: string },
  { port, adminUrl, durable }: { port: number; adminUrl: string; durable: boolean },
) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its path may be at most 107 bytes long.
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    timezone: 'UTC',
    jit: 'off',
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  }
  return {
    name: 'postgres',
    rank: 0,
    command: join(binaries, 'bin', 'postgres'),
    args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    cwd: data,
    env: { ...inheritedFakeClock(), PATH: process.env.PATH, TZ: 'UTC' },
    // Fast shutdown: ends sessions, keeps what was committed.
    stopSignal: 'SIGINT' as const,
    beforeLaunch: () => clearStalePid(data),
    ready: () => canQuery(adminUrl),
    ...unprivileged,
  }
}

function ensureData(state: string, password: string) {
  const binaries = postgresBinaries()
  const folder = postgresFolder(state)
  const data = join(folder, 'data')
  if (!existsSync(data)) initialise(binaries, folder, data, password)
  const written = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (!binaries.includes(`postgres-${written}.`)) {
    throw new PlainError(
      `The data in ${data} is of PostgreSQL ${written}: start with --fresh, or keep it with that version.`,
    )
  }
  return { binaries, data }
}

function initialise(binaries: string, folder: string, data: string, password: string) {
  const unfinished = join(folder, 'data.new')
  const passwordFile = join(folder, 'password')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(unfinished, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [folder, passwordFile]) changeOwner(path)
  const locale = ['--no-locale', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const args = ['-D', unfinished, '-U', ADMIN, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale]
  execFileSync(join(binaries, 'bin', 'initdb'), args, {
    cwd: folder,
    stdio: 'pipe',
    env: { PATH: process.env.PATH },
    ...unprivileged,
  })
  rmSync(passwordFile)
  renameSync(unfinished, data)
}

function changeOwner(path: string) {
  if (unprivileged.uid !== undefined) chownSync(path, unprivileged.uid, unprivileged.gid)
}

/**
 * After a `kill -9` the pid in postmaster.pid may belong to somebody else, and PostgreSQL would refuse to start. The file
 * itself must stay: it names the shared memory that orphaned backends may still use. So it gets a pid nobody can have.
 */
async function clearStalePid(data: string) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, ...rest] = readFileSync(file, 'utf8').split('\n')
  const holder = identify(Number(pid))
  if (!holder) return
  if (commandOf(holder.pid).includes(data)) await end(holder, 'SIGINT')
  else writeFileSync(file, [IMPOSSIBLE_PID, ...rest].join('\n'))
}

/** One above the highest pid Linux and macOS give. */
const IMPOSSIBLE_PID = 4_194_304

function commandOf(pid: number) {
  return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
}

async function canQuery(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.end().catch(() => {})
  }
}
