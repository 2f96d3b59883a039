import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { end, identify, type ProcessIdentity } from './process-identity.ts'

const POLL_MS = 100

/** All processes below one, those in process groups of their own included. */
export function descendantsOf(pid: number): ProcessIdentity[] {
  const parents = parentsByPid()
  const found: number[] = [pid]
  for (const ancestor of found) found.push(...[...parents].filter(([, of]) => of === ancestor).map(([child]) => child))
  return found.slice(1).flatMap((child) => identify(child) ?? [])
}

/** Collects the descendants of this process from now on: one whose parent ends is no longer below us, and must still be ended. */
export function trackDescendants() {
  const known = new Map<number, ProcessIdentity>()
  const collect = () => {
    for (const identity of descendantsOf(process.pid)) known.set(identity.pid, identity)
  }
  collect()
  const timer = setInterval(collect, POLL_MS)
  return {
    async endAll() {
      await sleep(POLL_MS)
      clearInterval(timer)
      await Promise.all([...known.values()].map((identity) => end(identity)))
    },
  }
}

function parentsByPid(): Map<number, number> {
  return existsSync('/proc/self/stat') ? parentsLinux() : parentsElsewhere()
}

/** Field 4 of proc(5) `stat`, counted after the command's closing bracket. */
function parentsLinux() {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return new Map(pids.map((pid) => [Number(pid), parentLinux(pid)]))
}

function parentLinux(pid: string) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    )
  } catch {
    return -1
  }
}

function parentsElsewhere() {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return new Map(lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number]))
}
