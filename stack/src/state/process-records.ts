import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { end, identify, type ProcessIdentity } from '../host/process-identity.ts'
import { writePrivate } from './secrets.ts'

interface Running extends ProcessIdentity {
  stopSignal: NodeJS.Signals
}

export type Records = ReturnType<typeof recordsOf>

/** Which processes this state folder has running, so that the next start finds them if the stack itself is killed. */
export function recordsOf(state: string) {
  const file = join(state, 'processes.json')
  const running: Record<string, Running> = {}
  return {
    add(name: string, pid: number, stopSignal: NodeJS.Signals = 'SIGTERM') {
      const identity = identify(pid)
      if (!identity) return
      running[name] = { ...identity, stopSignal }
      writePrivate(file, running)
    },
    remove(name: string) {
      delete running[name]
      writePrivate(file, running)
    },
  }
}

/** Ends what a killed stack left behind, last started first. Returns their names. */
export async function endLeftovers(state: string) {
  const file = join(state, 'processes.json')
  if (!existsSync(file)) return []
  const left = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Running>)
  for (const [, process] of left.reverse()) await end(process, process.stopSignal)
  rmSync(file)
  return left.map(([name]) => name)
}
