/** Waiting for what is on its way, within bounds: whoever waits keeps a connection that everybody shares. */
import { setTimeout as delay } from 'node:timers/promises'

const LOOK_AGAIN_MS = 40
/** Requests of one person at the same time; one more is answered with what is known by now. */
const MAX_WAITING = 8

export function createWaiting() {
  const waiting = new Map<string, number>()

  function count(person: string, change: 1 | -1): number {
    const now = (waiting.get(person) ?? 0) + change
    if (now > 0) waiting.set(person, now)
    else waiting.delete(person)
    return now
  }

  /** The first answer that will do, or the last one within the time. */
  return async function soon<T>(
    person: string,
    read: () => Promise<T>,
    willDo: (answer: T) => boolean,
    withinMs: number,
  ): Promise<T> {
    const end = count(person, 1) > MAX_WAITING ? 0 : Date.now() + withinMs
    try {
      for (;;) {
        const answer = await read()
        if (willDo(answer) || Date.now() >= end) return answer
        await delay(LOOK_AGAIN_MS)
      }
    } finally {
      count(person, -1)
    }
  }
}
