/**
 * The log is the outbox: the relay publishes what is not yet published, in order of position, many in flight, and marks
 * what the broker acknowledged. One relay per service, under an advisory lock; poked after COMMIT, polling as fallback.
 *
 * It is also the reconciler. The broker is only a delivery channel: when its stream is new, or ends before what it had
 * acknowledged, everything from there on is published once more; consumers recognise what they have by its version.
 */
import type { Logger } from 'pino'
import { type Broker, ensureStream, json, POSITION, publishEvent } from './broker.ts'
import type { Pool } from './database.ts'
import { readUnpublished } from './event-log.ts'

/** What is asked of any instance reaches the one that holds the lock, over the subject `relay.<owner>`. */
export interface Relay {
  poke(): void
  /** Stops publishing until `resume`; events wait in the log. Holds for every instance that runs now. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

const IN_FLIGHT = 512
const POLL_MS = 250
const CHECK_MS = 2_000
/** Positions may be published out of order by late commits; this many are sent again to be sure. */
const MARGIN = 10_000

export function createRelay({
  pool,
  broker,
  owner,
  log,
}: {
  pool: Pool
  broker: Broker
  owner: string
  log: Logger
}): Relay {
  let paused = false
  let stopped = false
  let leading = false
  let poked = false
  let wake = () => {}
  let checkedAt = 0
  let connections = 0

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function lead(): Promise<void> {
    const client = await pool.connect()
    let lost: Error | undefined
    client.once('error', (error) => {
      lost = error
    })
    try {
      const { rows } = await client.query('select pg_try_advisory_lock(hashtext($1)) as mine', [`relay.${owner}`])
      leading = rows[0].mine
      while (leading && !stopped && !lost) {
        poked = false
        const sent = paused ? 0 : await publishSome()
        if (sent < IN_FLIGHT && !poked) await sleep(POLL_MS)
        // Proves that the session, and so the lock, is still ours.
        await client.query('select 1')
      }
    } finally {
      leading = false
      client.release(lost ?? true)
    }
  }

  async function publishSome(): Promise<number> {
    if (Date.now() - checkedAt > CHECK_MS || connections !== reconnects) await reconcile()
    const batch = await readUnpublished(pool, IN_FLIGHT)
    if (batch.length === 0) return 0
    const acks = await Promise.allSettled(batch.map(({ position, event }) => publishEvent(broker, position, event)))
    const published = batch.filter((_, i) => acks[i]?.status === 'fulfilled').map(({ position }) => position)
    const sequences = acks.flatMap((ack) => (ack.status === 'fulfilled' && !ack.value.duplicate ? [ack.value.seq] : []))
    if (sequences.length > 0) await noteSequences(Math.min(...sequences), Math.max(...sequences))
    await pool.query({
      name: 'mark-published',
      text: 'update events set published = true where position = any($1::bigint[])',
      values: [published],
    })
    const failed = acks.find((ack) => ack.status === 'rejected')
    if (failed) throw failed.reason
    return batch.length
  }

  let reconnects = 0
  void (async () => {
    for await (const status of broker.nc.status()) if (status.type === 'reconnect') reconnects += 1
  })()

  /** Compares the broker's stream with what it had acknowledged to us. */
  async function reconcile(): Promise<void> {
    connections = reconnects
    const info = await ensureStream(broker, owner)
    const { rows } = await pool.query<{ created: string; last_seq: number }>(
      'select created, last_seq from broker_marks where stream = $1',
      [owner],
    )
    const mark = rows[0]
    if (mark && mark.created !== info.created) await publishAgain('the broker is new', 0)
    else if (mark && info.state.last_seq < mark.last_seq) await publishAgainAfter(info.state.last_seq)
    await pool.query(
      `insert into broker_marks (stream, created, last_seq) values ($1, $2, $3)
       on conflict (stream) do update set created = excluded.created, last_seq = excluded.last_seq`,
      [owner, info.created, info.state.last_seq],
    )
    checkedAt = Date.now()
  }

  /** A sequence handed out twice means that the broker went back in time and we published before noticing. */
  async function noteSequences(first: number, last: number): Promise<void> {
    const { rows } = await pool.query<{ last_seq: number }>('select last_seq from broker_marks where stream = $1', [
      owner,
    ])
    if (first <= (rows[0]?.last_seq ?? 0)) await publishAgainAfter(first - 1)
    await pool.query('update broker_marks set last_seq = $2 where stream = $1', [owner, last])
  }

  async function publishAgainAfter(sequence: number): Promise<void> {
    const last = sequence > 0 ? await broker.jsm.streams.getMessage(owner, { seq: sequence }) : null
    const position = Number(last?.header.get(POSITION) ?? 0)
    await publishAgain('the broker went back in time', Math.max(0, position - MARGIN))
  }

  async function publishAgain(why: string, after: number): Promise<void> {
    const { rowCount } = await pool.query('update events set published = false where published and position > $1', [
      after,
    ])
    log.warn({ owner, after, events: rowCount }, `${why}: publishing again`)
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await lead().catch((error: Error) => log.warn({ err: error.message }, 'relay waits'))
      if (!stopped) await sleep(500 + Math.random() * 500)
    }
  }
  const running = run()

  const orders = {
    poke() {
      poked = true
      if (leading) wake()
    },
    pause() {
      paused = true
    },
    resume() {
      paused = false
      orders.poke()
    },
  }
  const subject = `relay.${owner}`
  const others = broker.nc.subscribe(subject, {
    callback: (_, { data }) => orders[json.decode(data) as keyof typeof orders]?.(),
  })
  const tell = (order: keyof typeof orders) => {
    orders[order]()
    if (!(order === 'poke' && leading)) broker.nc.publish(subject, json.encode(order))
  }

  return {
    poke: () => tell('poke'),
    pause: () => tell('pause'),
    resume: () => tell('resume'),
    async stop() {
      stopped = true
      others.unsubscribe()
      wake()
      await running
    },
  }
}
