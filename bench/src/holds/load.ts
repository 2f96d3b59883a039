import { percentile } from '../report/statistics.ts'

export interface Load {
  perSecond: number
  /** Milliseconds. */
  p99: number
  done: number
}

/** Callers that repeat the call as soon as it is answered, for `ms` milliseconds. */
export async function load(callers: number, forMs: number, ask: () => Promise<void>): Promise<Load> {
  const began = performance.now()
  const latencies: number[] = []
  const call = async () => {
    for (let now = began; now - began < forMs; ) {
      await ask()
      const answered = performance.now()
      latencies.push(answered - now)
      now = answered
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  const seconds = (performance.now() - began) / 1000
  return { perSecond: latencies.length / seconds, p99: percentile(latencies, 0.99), done: latencies.length }
}
