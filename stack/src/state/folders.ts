import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, lstatSync, mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlainError } from '../plain-error.ts'

/** The checkout. */
export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** Everything one running stack keeps: stores, secrets, logs, releases. */
export function stateFolder(name: string) {
  return join(root, '.fernweh', name)
}

/** Downloads that outlive a checkout. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'fernweh')
}

export const isRoot = process.getuid?.() === 0

/** PostgreSQL refuses to run as root: this is `nobody` on every Linux and macOS-like system we start it on. */
export const unprivileged = isRoot ? { uid: 65534, gid: 65534 } : {}

/**
 * A folder that the user PostgreSQL runs as can reach: root's checkout may lie below a home that only root may enter.
 * An ordinary user runs PostgreSQL as itself, so the state folder will do.
 */
export function postgresFolder(state: string) {
  return isRoot
    ? join(openFolder(), createHash('sha256').update(state).digest('hex').slice(0, 12))
    : join(state, 'postgres')
}

/** Where the copied binaries go, one copy for all stacks of this user. */
export function postgresBinariesFolder(version: string) {
  return join(isRoot ? openFolder() : join(root, '.fernweh'), `postgres-${version}`)
}

function openFolder() {
  const places = ['/var/lib/fernweh', join(tmpdir(), 'fernweh-root')]
  const folder = places.find(isUsable)
  if (!folder)
    throw new PlainError(
      `PostgreSQL needs a folder that user 65534 can read: make one of ${places.join(', ')} writable.`,
    )
  return folder
}

function isUsable(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const { uid } = lstatSync(folder)
    if (uid !== 0) return false
    chmodSync(folder, 0o755)
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
