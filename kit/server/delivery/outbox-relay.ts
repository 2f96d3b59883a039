/**
 * The event log is the outbox: the relay publishes what is not yet published, by position, many in flight, and marks what was
 * acknowledged. One relay per service leads, under an advisory lock; it is woken after COMMIT, and polls as fallback.
 */
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { z } from 'zod'
import type { Pool } from '../database/database.ts'
import { readUnpublished } from '../event-log/event-log.ts'
import { repeat } from '../process/repeat.ts'
import { withSpan } from '../process/telemetry.ts'
import { type Broker, jsonCodec, publishEvent } from './broker.ts'
import { subscribe } from './messages.ts'
import { measureOutbox } from './outbox-metrics.ts'
import { createReconciler } from './reconciler.ts'

/** Calls on any instance reach the leading one over the subject `relay.<owner>`. */
export interface OutboxRelay {
  wake(): void
  /** Stops publishing until `resume`, in every instance that runs now. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

interface Options {
  pool: Pool
  broker: Broker
  owner: string
  log: Logger
  metrics?: Registry | undefined
}

const IN_FLIGHT = 512
const POLL_MS = 250
const STANDBY_MS = 750

export function createOutboxRelay({ pool, broker, owner, log, metrics }: Options): OutboxRelay {
  let paused = false
  let lock: Lock | null = null
  const reconciler = createReconciler({ pool, broker, owner, log })
  measureOutbox(pool, metrics)

  async function lead(): Promise<number> {
    lock ??= await takeLock(pool, `relay.${owner}`)
    if (!lock) return STANDBY_MS
    try {
      const sent = paused ? 0 : await publishSome()
      await lock.confirm()
      return sent < IN_FLIGHT ? POLL_MS : 0
    } catch (error) {
      release()
      throw error
    }
  }

  function release(): void {
    lock?.release()
    lock = null
  }

  async function publishSome(): Promise<number> {
    await reconciler.check()
    const batch = await readUnpublished(pool, IN_FLIGHT)
    const attributes = { 'fernweh.events': batch.length }
    if (batch.length > 0) await withSpan('publish events', () => publish(batch), { attributes })
    return batch.length
  }

  async function publish(batch: Awaited<ReturnType<typeof readUnpublished>>): Promise<void> {
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
  }

  const loop = repeat({ work: lead, failure: 'events not published', details: { owner }, log })
  const orders = {
    // Instances of different releases understand each other by this name.
    poke: () => loop.wake(),
    pause() {
      paused = true
    },
    resume() {
      paused = false
      loop.wake()
    },
  }
  type Order = keyof typeof orders
  const subject = `relay.${owner}`
  const schema = z.enum(Object.keys(orders) as Order[])
  const others = subscribe({ broker, subject, schema, reader: subject, log, metrics }, (order) => orders[order]())
  function send(order: Order): void {
    orders[order]()
    if (!(order === 'poke' && lock)) broker.nc.publish(subject, jsonCodec.encode(order))
  }

  return {
    wake: () => send('poke'),
    pause: () => send('pause'),
    resume: () => send('resume'),
    async stop() {
      others.unsubscribe()
      await loop.stop()
      release()
    },
  }
}

interface Lock {
  /** Throws when the session, and so the lock, was lost. */
  confirm(): Promise<unknown>
  release(): void
}

async function takeLock(pool: Pool, name: string): Promise<Lock | null> {
  const client = await pool.connect()
  const confirm = () => client.query('select 1')
  // Closing the connection releases the lock.
  const release = () => client.release(true)
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [name])
    if (rows[0]?.mine) return { confirm, release }
  } catch (error) {
    release()
    throw error
  }
  release()
  return null
}
