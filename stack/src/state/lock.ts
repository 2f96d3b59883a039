import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { identify, isAlive, type ProcessIdentity } from '../host/process-identity.ts'
import { PlainError } from '../plain-error.ts'
import { addressOf } from './running-stack.ts'

/** One stack per state folder. The lock of a process that died is taken over. Returns the release. */
export function lock(state: string): () => void {
  const made = mkdirSync(state, { recursive: true })
  const file = join(state, 'lock')
  const mine = identify(process.pid)
  if (!take(file, mine)) {
    const holder = read(file)
    if (holder && isAlive(holder)) throw new PlainError(alreadyRuns(state, holder))
    discard(file)
    if (!take(file, mine)) return lock(state)
  }
  return () => {
    rmSync(file, { force: true })
    if (made) removeEmpty(state, made)
  }
}

/** A start that was refused leaves nothing behind: removes empty folders, from `folder` up to `top`, both of its own making. */
function removeEmpty(folder: string, top: string) {
  try {
    rmdirSync(folder)
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return
    throw error
  }
  if (folder !== top) removeEmpty(dirname(folder), top)
}

/** The process of the stack that runs from this folder, or is starting or stopping. */
export function holderOf(state: string): ProcessIdentity | null {
  const holder = read(join(state, 'lock'))
  return holder && isAlive(holder) ? holder : null
}

function alreadyRuns(state: string, { pid }: ProcessIdentity) {
  const url = addressOf(state)
  return `Fernweh already runs from ${state}${url && ` at ${url}`} (process ${pid}): stop that first.`
}

function take(file: string, mine: ProcessIdentity | null) {
  try {
    writeFileSync(file, JSON.stringify(mine), { flag: 'wx' })
    return true
  } catch (error) {
    // ENOENT: a refused start has just removed the folder.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** Of two starts that find the same stale lock only one can move it away; the slower one may have moved a live lock. */
function discard(file: string) {
  const moved = `${file}.${process.pid}`
  try {
    renameSync(file, moved)
  } catch {
    return
  }
  const holder = read(moved)
  if (holder && isAlive(holder)) renameSync(moved, file)
  else rmSync(moved)
}

function read(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity
  } catch {
    return null
  }
}
