import { type Pool, type Transaction, transaction } from '@fernweh/kit/server/database/database'
import type { OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'

/** Runs work in one transaction, then has its events published. */
export type Commit = <Result>(work: (tx: Transaction) => Promise<Result>) => Promise<Result>

export function createCommit({ pool, relay }: { pool: Pool; relay: Pick<OutboxRelay, 'wake'> }): Commit {
  return async (work) => {
    const result = await transaction(pool, work)
    relay.wake()
    return result
  }
}
