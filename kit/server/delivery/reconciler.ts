/**
 * The broker is only a delivery channel: when its stream is new, or ends before what it had acknowledged, everything from
 * there on is published once more; consumers recognise what they have by its version. A sequence of the broker is
 * evidence here, never a version, an offset or a key.
 */
import type { Logger } from 'pino'
import type { Pool } from '../database/database.ts'
import { type Broker, ensureStream, POSITION_HEADER } from './broker.ts'

export interface Reconciler {
  /** Compares the broker's stream with what it had acknowledged to us; to be called before publishing. */
  check(): Promise<void>
  /** Notes the sequences of what the broker has just acknowledged. */
  note(sequences: readonly number[]): Promise<void>
}

const CHECK_MS = 2_000
/** Positions may be published out of order by late commits; this many are sent again to be sure. */
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
    const last = sequence > 0 ? await broker.jsm.streams.getMessage(owner, { seq: sequence }) : null
    const position = Number(last?.header.get(POSITION_HEADER) ?? 0)
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
      // A sequence handed out twice: the broker went back in time and we published before noticing.
      if (first <= ((await readMark())?.last_seq ?? 0)) await publishAgainAfter(first - 1)
      await pool.query('update broker_marks set last_seq = $2 where stream = $1', [owner, last])
    },
  }
}

/** The statuses end with the connection. */
async function onReconnect({ nc }: Broker, then: () => void): Promise<void> {
  for await (const { type } of nc.status()) if (type === 'reconnect') then()
}
