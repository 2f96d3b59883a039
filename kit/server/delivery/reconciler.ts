/**
 * When the broker's stream is new, or ends before what it had acknowledged, everything after that point is published again.
 * A broker's sequence is evidence here, never a version, an offset or a key.
 */
import type { Logger } from 'pino'
import type { Pool } from '../database/database.ts'
import { type Broker, ensureStream, readPosition } from './broker.ts'

export interface Reconciler {
  /** Compares the broker's stream with what it had acknowledged; call before publishing. */
  check(): Promise<void>
  note(sequences: readonly number[]): Promise<void>
}

const CHECK_MS = 2_000
/** Late commits may be published out of order, so this many earlier positions are sent again. */
const MARGIN = 10_000

interface Options {
  pool: Pool
  broker: Broker
  owner: string
  log: Logger
}

interface Mark {
  created: string
  last_seq: number
}

export function createReconciler({ pool, broker, owner, log }: Options): Reconciler {
  let checkedAt = 0
  onReconnect(broker, () => {
    checkedAt = 0
  })

  async function readMark(): Promise<Mark | undefined> {
    const text = 'select created, last_seq from broker_marks where stream = $1'
    const { rows } = await pool.query<Mark>({ name: 'read-mark', text, values: [owner] })
    return rows[0]
  }

  async function publishAgainAfter(sequence: number): Promise<void> {
    const position = sequence > 0 ? await readPosition(broker, owner, sequence) : 0
    await publishAgain('the broker went back in time', Math.max(0, position - MARGIN))
  }

  async function publishAgain(why: string, after: number): Promise<void> {
    const text = 'update events set published = false where published and position > $1'
    const { rowCount } = await pool.query(text, [after])
    log.warn({ owner, after, events: rowCount }, `${why}: publishing again`)
  }

  return {
    async check() {
      if (Date.now() - checkedAt < CHECK_MS) return
      checkedAt = Date.now()
      try {
        const { created, state } = await ensureStream(broker, owner)
        const mark = await readMark()
        if (mark && mark.created !== created) await publishAgain('the broker is new', 0)
        else if (mark && state.last_seq < mark.last_seq) await publishAgainAfter(state.last_seq)
        await pool.query(
          `insert into broker_marks (stream, created, last_seq) values ($1, $2, $3)
           on conflict (stream) do update set created = excluded.created, last_seq = excluded.last_seq`,
          [owner, created, state.last_seq],
        )
      } catch (error) {
        checkedAt = 0
        throw error
      }
    },

    async note(sequences) {
      if (sequences.length === 0) return
      const [first, last] = [Math.min(...sequences), Math.max(...sequences)]
      // A sequence assigned twice: the broker was rolled back, and events were published before the check.
      if (first <= ((await readMark())?.last_seq ?? 0)) await publishAgainAfter(first - 1)
      await pool.query('update broker_marks set last_seq = $2 where stream = $1', [owner, last])
    },
  }
}

async function onReconnect({ nc }: Broker, then: () => void): Promise<void> {
  for await (const { type } of nc.status()) if (type === 'reconnect') then()
}
