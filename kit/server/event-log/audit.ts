import { createHash } from 'node:crypto'
import type { Envelope } from '@fernweh/contracts/envelope'
import { type Pool, type Transaction, transaction } from '../database/database.ts'
import { readLog } from './event-log.ts'

export interface AuditCheck {
  name: string
  /** Null while it could not be found out in time: neither kept nor broken, and worth asking again. */
  ok: boolean | null
  detail: string
}

const PATIENCE_SECONDS = 10

export function viewEqualsRebuild(name: string, view: Iterable<unknown>, rebuilt: Iterable<unknown>): AuditCheck {
  const [is, should] = [hashRows(view), hashRows(rebuilt)]
  return {
    name: `${name} equal their rebuild`,
    ok: is === should,
    detail: is === should ? is : `${is}, rebuilt ${should}`,
  }
}

export function hashRows(rows: Iterable<unknown>): string {
  const lines = Array.from(rows, (row) => JSON.stringify(row)).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
}

/** All reads of `work` see the same moment. */
export function inSnapshot<Result>(pool: Pool, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return transaction(pool, async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    return work(tx)
  })
}

export async function* readWholeLog(tx: Transaction): AsyncGenerator<Envelope> {
  let after = 0
  for (;;) {
    const page = await readLog(tx, after)
    for (const { event } of page) yield event
    const last = page.at(-1)
    if (!last) return
    after = last.position
  }
}

export async function checkDelivery(pool: Pool): Promise<AuditCheck[]> {
  const { rows } = await pool.query<{ parked: number; late: number }>(
    `select (select count(*) from parked) as parked,
      (select count(*) from events where not published and at < clock_timestamp() - make_interval(secs => $1)) as late`,
    [PATIENCE_SECONDS],
  )
  const { parked = 0, late = 0 } = rows[0] ?? {}
  return [
    { name: 'no event is parked', ok: parked === 0, detail: `${parked} parked` },
    { name: `every event is published within ${PATIENCE_SECONDS} s`, ok: late === 0, detail: `${late} late` },
  ]
}
