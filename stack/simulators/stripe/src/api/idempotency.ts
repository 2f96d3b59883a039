/** The same key gets the same answer; with another request, or while the first is under way, it is an error. */
import { createHash } from 'node:crypto'
import type { Request } from 'express'
import type { Answer } from '../objects.ts'
import type { Store } from '../store.ts'
import { WireError } from './wire-error.ts'

export function createIdempotency(store: Store) {
  const underWay = new Set<string>()

  /** What `work` throws was refused before anything was done, and is not kept. */
  return async (
    key: string,
    request: Request,
    work: () => Promise<Answer>,
  ): Promise<Answer & { replayed: boolean }> => {
    const fingerprint = fingerprintOf(request)
    const stored = store.get('answer', key)
    if (stored && stored.fingerprint !== fingerprint) throw otherRequest(key)
    if (stored) return { ...stored, replayed: true }
    if (underWay.has(key)) throw inUse(key)
    underWay.add(key)
    try {
      const answer = await work()
      store.put('answer', { id: key, fingerprint, ...answer })
      return { ...answer, replayed: false }
    } finally {
      underWay.delete(key)
    }
  }
}

function fingerprintOf({ method, path, body }: Request): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, body]))
    .digest('hex')
}

const inUse = (key: string) =>
  new WireError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotency-Key: ${key}.`,
  })

const otherRequest = (key: string) =>
  new WireError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })
