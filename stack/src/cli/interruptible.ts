import { spawn } from 'node:child_process'
import { trackDescendants } from '../host/process-tree.ts'
import { Stopped } from '../plain-error.ts'

/** Long enough for a Playwright worker to close its stack. */
const GRACE_MS = 30_000

interface Command {
  /** Of Node. */
  args: string[]
  cwd: string
  env: Record<string, string>
  signal: AbortSignal
}

/**
 * Runs a test runner in a process group of its own and resolves with its exit code. When the signal comes, the runner is
 * interrupted and may close what it has opened; then this throws Stopped.
 */
export async function runRunner({ args, cwd, env, signal }: Command): Promise<number> {
  signal.throwIfAborted()
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const interrupt = () => child.kill('SIGINT')
  signal.addEventListener('abort', interrupt)
  const closed = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  try {
    const code = await Promise.race([closed, givenUp(signal)])
    signal.throwIfAborted()
    return code
  } finally {
    signal.removeEventListener('abort', interrupt)
  }
}

/** Rejects when the grace after the signal is over. */
function givenUp(signal: AbortSignal) {
  return new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(signal.reason), GRACE_MS).unref())
  })
}

/** Ends with `work`, or as soon as the signal comes. */
export function orStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    }),
  ])
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs `work` with a signal that comes with SIGINT, SIGTERM or SIGHUP; no process of it outlives that. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let tracked: ReturnType<typeof trackDescendants> | undefined
  const stop = (name: NodeJS.Signals) => {
    tracked ??= trackDescendants()
    controller.abort(new Stopped(name))
  }
  for (const name of SIGNALS) process.on(name, stop)
  try {
    return await work(controller.signal)
  } finally {
    await tracked?.endAll()
    for (const name of SIGNALS) process.off(name, stop)
  }
}
