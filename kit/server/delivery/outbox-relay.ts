/**
 * The log is the outbox: the relay publishes what is not yet published, in order of position, many in flight, and marks
 * what the broker acknowledged. One relay per service, under an advisory lock; poked after COMMIT, polling as fallback.
 */
import type { Logger } from 'pino'
import type { Pool } from '../database/database.ts'
import { readUnpublished } from '../event-log/event-log.ts'
import { type Broker, jsonCodec, publishEvent } from './broker.ts'
import { createReconciler } from './reconciler.ts'

/** What is asked of any instance reaches the one that holds the lock, over the subject `relay.<owner>`. */
export interface OutboxRelay {
  wake(): void
  /** Stops publishing until `resume`; events wait in the log. Holds for every instance that runs now. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

const IN_FLIGHT = 512
const POLL_MS = 250

export function createOutboxRelay({
  pool,
  broker,
  owner,
  log,
}: {
  pool: Pool
  broker: Broker
  owner: string
  log: Logger
}): OutboxRelay {
  let paused = false
  let stopped = false
  let leading = false
  let poked = false
  let wake = () => {}
  const reconciler = createReconciler({ pool, broker, owner, log })

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
    await reconciler.check()
    const batch = await readUnpublished(pool, IN_FLIGHT)
    if (batch.length === 0) return 0
    const acks = await Promise.allSettled(batch.map(({ position, event }) => publishEvent(broker, position, event)))
    const published = batch.filter((_, i) => acks[i]?.status === 'fulfilled').map(({ position }) => position)
    await reconciler.note(
      acks.flatMap((ack) => (ack.status === 'fulfilled' && !ack.value.duplicate ? [ack.value.seq] : [])),
    )
    await pool.query({
      name: 'mark-published',
      text: 'update events set published = true where position = any($1::bigint[])',
      values: [published],
    })
    const failed = acks.find((ack) => ack.status === 'rejected')
    if (failed) throw failed.reason
    return batch.length
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
    callback: (_, { data }) => orders[jsonCodec.decode(data) as keyof typeof orders]?.(),
  })
  const tell = (order: keyof typeof orders) => {
    orders[order]()
    if (!(order === 'poke' && leading)) broker.nc.publish(subject, jsonCodec.encode(order))
  }

  return {
    wake: () => tell('poke'),
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
