import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isAlive, type ProcessIdentity } from '../host/process-identity.ts'
import { PlainError } from '../plain-error.ts'
import { stateFolder } from './folders.ts'
import { writePrivate } from './secrets.ts'

/** The description of a running stack in `stack.json`, for programs beside it. Holds secrets: mode 600. */
export interface RunningStack {
  url: string
  port: number
  stack: ProcessIdentity
  /** By process (`search`: its first instance) and by instance (`search-2`). */
  urls: Record<string, string>
  natsUrl: string
  adminDatabaseUrl: string
  releasesDir: string
  opsToken: string
}

export function writeDescription(state: string, description: Omit<RunningStack, 'stack'>) {
  writePrivate(fileIn(state), { ...description, stack: identify(process.pid) })
}

export function removeDescription(state: string) {
  rmSync(fileIn(state), { force: true })
}

/** The stack of this name that runs from this checkout, or a sentence that none does. */
export function readRunningStack(name: string, state = stateFolder(name)): RunningStack {
  const found = read(state)
  if (found && isAlive(found.stack)) return found
  throw notRunning(name)
}

export function notRunning(name: string) {
  const start = name === 'main' ? 'npm start' : `npm start -- --name ${name}`
  return new PlainError(`No stack called ${name} is running from this folder: start it with ${start}.`)
}

/** Empty while it is not ready. */
export function addressOf(state: string) {
  return read(state)?.url ?? ''
}

function read(state: string) {
  const file = fileIn(state)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RunningStack) : undefined
}

function fileIn(state: string) {
  return join(state, 'stack.json')
}
