/** Waiting for data that is on its way. The number of waits per person is bounded: each keeps a connection everybody shares. */
import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 40
/** Requests of one person at the same time; one more gets what is known by now. */
const MAX_WAITING = 8

export function createBoundedWait() {
  const waiting = new Map<string, number>()

  function count(person: string, change: 1 | -1): number {
    const now = (waiting.get(person) ?? 0) + change
    if (now > 0) waiting.set(person, now)
    else waiting.delete(person)
    return now
  }

  /** Returns the first result that is `ready`, or the last one within the time. */
  return async function waitFor<T>(
    person: string,
    read: () => Promise<T>,
    ready: (result: T) => boolean,
    timeoutMs: number,
  ): Promise<T> {
    const end = count(person, 1) > MAX_WAITING ? 0 : Date.now() + timeoutMs
    try {
      for (;;) {
        const result = await read()
        if (ready(result) || Date.now() >= end) return result
        await delay(POLL_MS)
      }
    } finally {
      count(person, -1)
    }
  }
}
