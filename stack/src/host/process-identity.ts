import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** A process as it can be found again: a pid alone may have been given to somebody else since. */
export interface ProcessIdentity {
  pid: number
  /** When it began, in the system's own spelling. */
  began: string
}

export function identify(pid: number): ProcessIdentity | null {
  const began = existsSync('/proc/self/stat') ? beganLinux(pid) : beganElsewhere(pid)
  return began === null ? null : { pid, began }
}

export function isAlive({ pid, began }: ProcessIdentity) {
  return identify(pid)?.began === began
}

/** Field 22 of proc(5) `stat`, counted after the command's closing bracket, since a command may hold spaces. A zombie is dead. */
function beganLinux(pid: number) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? null : (fields[19] ?? null)
  } catch {
    return null
  }
}

function beganElsewhere(pid: number) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** Sends a signal, and SIGKILL after the grace. True once the process is gone. */
export async function end(target: ProcessIdentity, signal: NodeJS.Signals = 'SIGTERM', graceMs = 10_000) {
  if (await sendAndWait(target, signal, graceMs)) return true
  return sendAndWait(target, 'SIGKILL', 2_000)
}

async function sendAndWait(target: ProcessIdentity, signal: NodeJS.Signals, graceMs: number) {
  const until = Date.now() + graceMs
  if (isAlive(target)) process.kill(target.pid, signal)
  while (isAlive(target) && Date.now() < until) await sleep(20)
  return !isAlive(target)
}
