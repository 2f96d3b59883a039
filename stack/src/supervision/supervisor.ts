import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainError } from '../plain-error.ts'
import { type Records, recordsOf } from '../state/process-records.ts'
import { keepSmall, lastLines } from './logs.ts'

export interface ProgramSpec {
  name: string
  command: string
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  uid?: number
  gid?: number
  /** `true`, or in a few words why not yet. */
  ready: () => Promise<true | string>
  stopSignal?: NodeJS.Signals
  /** What has a higher rank depends on what has a lower one, and is stopped before it. */
  rank: number
  beforeLaunch?: () => void | Promise<void>
}

export interface Program {
  name: string
  pid: () => number | undefined
  /** Resolves once it is ready; afterwards it is started again whenever it ends by itself. */
  start: () => Promise<void>
  stop: () => Promise<void>
  /** `kill -9`; supervision starts it again. */
  kill: () => Promise<void>
}

export interface Supervisor {
  program: (spec: ProgramSpec) => Program
  /** Ends everything, highest rank first; nothing can be started afterwards. */
  stopAll: () => Promise<void>
}

/** Longer than the ten seconds a process takes at most to drain. */
const STOP_TIMEOUT_MS = 12_000
const READY_TIMEOUT_MS = 60_000
const MAX_QUICK_ENDS = 6
/** A process that ran for so long had no fault of its start. */
const STEADY_MS = 30_000

/** Starts, restarts with back-off, and stops processes; keeps their pids and logs in the state folder. */
export function createSupervisor(state: string, log: (line: string) => void = () => {}): Supervisor {
  const records = recordsOf(state)
  const supervised: { rank: number; program: Program }[] = []
  const closing = new AbortController()
  return {
    program(spec) {
      const logFile = join(state, 'logs', `${spec.name}.log`)
      const program = supervise({ spec, logFile, records, log, closing: closing.signal })
      supervised.push({ rank: spec.rank, program })
      return program
    },
    async stopAll() {
      closing.abort()
      const ranks = [...new Set(supervised.map(({ rank }) => rank))].sort((a, b) => b - a)
      for (const rank of ranks) {
        await Promise.all(supervised.filter((one) => one.rank === rank).map(({ program }) => program.stop()))
      }
    },
  }
}

interface Supervision {
  spec: ProgramSpec
  logFile: string
  records: Records
  log: (line: string) => void
  closing: AbortSignal
}

function supervise({ spec, logFile, records, log, closing }: Supervision): Program {
  let child: ChildProcess | undefined
  let wanted = false
  let quickEnds = 0
  let startedAt = 0
  let restartTimer: NodeJS.Timeout | undefined
  let wasReady = false

  async function launch() {
    await spec.beforeLaunch?.()
    if (!wanted) return
    startedAt = Date.now()
    child = spawnLogged(spec, logFile)
    if (child.pid) records.add(spec.name, child.pid, spec.stopSignal)
    child.once('error', (error) => log(`${spec.name}: ${error.message}`))
    child.once('exit', (code, signal) => onExit(code ?? signal))
  }

  function onExit(cause: number | string | null) {
    records.remove(spec.name)
    child = undefined
    if (!wanted) return
    quickEnds = Date.now() - startedAt > STEADY_MS ? 1 : quickEnds + 1
    const delay = Math.min(100 * 2 ** (quickEnds - 1), 10_000)
    // An end before that is part of the start, and reported if the start fails.
    if (wasReady) log(`${spec.name} ended (${cause}), starts again in ${delay} ms; see ${logFile}`)
    restartTimer = setTimeout(() => void launch(), delay)
  }

  async function untilReady() {
    const until = Date.now() + READY_TIMEOUT_MS
    let reason: true | string = 'not started'
    while (wanted && quickEnds < MAX_QUICK_ENDS && Date.now() < until) {
      reason = child ? await spec.ready() : 'not running'
      wasReady ||= reason === true
      if (reason === true && child) return
      await sleep(30)
    }
    if (closing.aborted) throw new PlainError('Stopped before everything had started.')
    throw new PlainError(
      `${spec.name} did not get ready (${reason}). The end of ${logFile}:\n${lastLines(logFile, 15)}`,
    )
  }

  async function start() {
    if (closing.aborted) throw new PlainError('Stopped before everything had started.')
    if (wanted) return untilReady()
    wanted = true
    quickEnds = 0
    await launch()
    await untilReady()
  }

  async function stop() {
    wanted = false
    clearTimeout(restartTimer)
    if (child) await signalAndWait(child, spec.stopSignal ?? 'SIGTERM')
  }

  async function kill() {
    if (child) await signalAndWait(child, 'SIGKILL')
  }

  return { name: spec.name, pid: () => child?.pid, start, stop, kill }
}

/** In a process group of its own: Ctrl-C reaches only the stack, which then stops everything in order. */
function spawnLogged({ command, args, cwd, env, uid, gid }: ProgramSpec, logFile: string) {
  mkdirSync(dirname(logFile), { recursive: true })
  keepSmall(logFile)
  const file = openSync(logFile, 'a')
  const identity = uid === undefined || gid === undefined ? {} : { uid, gid }
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', file, file], ...identity })
  closeSync(file)
  return child
}

function signalAndWait(child: ChildProcess, signal: NodeJS.Signals) {
  return new Promise<void>((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill(signal)
  })
}
