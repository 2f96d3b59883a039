import { type Backoff, backoffMs } from '../../retry/backoff.ts'
import type { Logger } from './logger.ts'

export interface Loop {
  /** Ends the wait after a run, or makes the run under way the last before another; a back-off goes on. */
  wake(): void
  /** Aborts the wait and the signal given to `work`; resolves when `work` has returned. */
  stop(): Promise<void>
}

export interface LoopOptions {
  /** One run; resolves with the milliseconds to wait before the next. Aborting `signal` asks it to return early. */
  work(signal: AbortSignal): Promise<number>
  failure: string
  details?: object
  log: Logger
  backoff?: Backoff
}

const BACKOFF: Backoff = { firstMs: 250, maxMs: 2_000 }

/** Runs `work` until stopped. An error never ends the loop: it is logged, and the next run waits longer. */
export function repeat({ work, failure, details = {}, log, backoff = BACKOFF }: LoopOptions): Loop {
  const stopping = new AbortController()
  const { signal } = stopping
  let woken = false
  let endWait = () => {}
  let failures = 0

  async function runOnce(): Promise<void> {
    woken = false
    try {
      const waitMs = await work(signal)
      failures = 0
      if (waitMs > 0 && !woken && !signal.aborted) await wait(waitMs)
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      const retryMs = Math.round(backoffMs(failures, backoff))
      log.warn({ ...details, err: String(error), retryMs }, `${failure}, trying again`)
      await pause(retryMs, signal)
    }
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      endWait = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function run(): Promise<void> {
    while (!signal.aborted) await runOnce()
  }

  const running = run()
  return {
    wake() {
      woken = true
      endWait()
    },
    stop() {
      stopping.abort()
      endWait()
      return running
    },
  }
}

export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
