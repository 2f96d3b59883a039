/**
 * Argon2id with the figures of OWASP's Password Storage Cheat Sheet. A hash costs 19 MiB and tens of milliseconds of a core, so
 * only a few run at once, a bounded number waits, and one more is refused at once.
 */
import { HttpProblem } from '@fernweh/kit/server/http/problem'
import { currentTraceId } from '@fernweh/kit/server/process/telemetry'
import { hash, parseOptions, verify } from '@node-rs/argon2'

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const ARGON2ID = 2

export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a hash (nobody has the address, or the account has no password) the same work is done, and the answer is no. */
  verify(hash: string | null, password: string): Promise<boolean>
  /** Whether a hash was made at another cost than today's. */
  isOutdated(hash: string): boolean
}

interface Limits {
  atOnce: number
  waiting: number
}

export function createPasswords({ atOnce, waiting }: Limits): Passwords {
  const inTurn = createQueue(atOnce, waiting)
  const dummy = hash('', COST)

  return {
    hash: (password) => inTurn(() => hash(password, COST)),
    async verify(known, password) {
      const compared = known ?? (await dummy)
      const fits = await inTurn(() => verify(compared, password))
      return known !== null && fits
    },
    isOutdated(known) {
      const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(known)
      return (
        Number(algorithm) !== ARGON2ID ||
        memoryCost !== COST.memoryCost ||
        timeCost !== COST.timeCost ||
        parallelism !== COST.parallelism
      )
    },
  }
}

const tooBusy = () => new HttpProblem(503, { fault: currentTraceId() })

function createQueue(atOnce: number, maxWaiting: number) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) throw tooBusy()
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
