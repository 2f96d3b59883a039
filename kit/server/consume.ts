/**
 * A durable consumer whose effects live in this service's database. Delivery is at least once, the effect exactly once:
 * the version reached per stream is stored in the transaction of the effect, for ever, so a duplicate is recognised and a
 * gap is seen and filled from the owner's log. An event that cannot be processed parks its stream; others flow.
 */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Logger } from 'pino'
import { AckPolicy, type Broker, ensureStream, type JsMsg, json, nanos } from './broker.ts'
import { isPassing, type Pool, type Transaction, transaction } from './database.ts'
import { readOwnersLog } from './log-server.ts'

export interface ConsumerOptions {
  pool: Pool
  broker: Broker
  /** `<reader>-<purpose>`, also the durable's name on the broker. */
  name: string
  owner: string
  /** The whole noun is consumed, so that a missing version is a loss and not a filter. */
  noun: string
  /** The effect, in the transaction that records the version. Any throw parks the stream. */
  handle(tx: Transaction, event: Envelope): Promise<void>
  afterCommit?(events: readonly Envelope[]): void
  log: Logger
}

export interface Consumer {
  stop(): Promise<void>
  /** Handles the parked events again, in order; says how many are left. */
  replayParked(): Promise<number>
}

const BATCH = 100
const ACK_WAIT_MS = 30_000

export function consume(options: ConsumerOptions): Consumer {
  const { broker, name, owner, noun, log } = options
  let stopped = false
  let end = () => {}

  async function run(): Promise<void> {
    while (!stopped) {
      await receive().catch((error: Error) => log.warn({ consumer: name, err: error.message }, 'consumer waits'))
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 250))
    }
  }

  async function receive(): Promise<void> {
    await ensureStream(broker, owner)
    await broker.jsm.consumers.add(owner, {
      durable_name: name,
      filter_subject: `${owner}.${noun}.>`,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: BATCH * 5,
    })
    const consumer = await broker.js.consumers.get(owner, name)
    while (!stopped) {
      const messages = await consumer.fetch({ max_messages: BATCH, expires: 5_000 })
      end = () => void messages.close()
      // The first message starts a batch, whatever is there with it joins; a quiet stream is not waited for.
      let batch: JsMsg[] = []
      let working: Promise<void> = Promise.resolve()
      let busy = false
      const drain = async () => {
        busy = true
        while (batch.length > 0) {
          const now = batch
          batch = []
          await settle(now)
        }
        busy = false
      }
      for await (const message of messages) {
        batch.push(message)
        if (!busy) working = Promise.resolve().then(drain)
      }
      await working
    }
  }

  async function settle(messages: JsMsg[]): Promise<void> {
    const events = messages.map((message) => json.decode(message.data) as Envelope)
    try {
      await handleTogether(options, events)
    } catch {
      return settleEach(messages, events)
    }
    for (const message of messages) message.ack()
  }

  /** One after the other: a stream that waits for its owner holds up itself, a database that is away holds up all. */
  async function settleEach(messages: JsMsg[], events: Envelope[]): Promise<void> {
    const waiting = new Set<string>()
    for (const [i, message] of messages.entries()) {
      const event = events[i] as Envelope
      const outcome = waiting.has(event.subject) ? 'stream-waits' : await handleAlone(options, event)
      if (outcome === 'done') {
        message.ack()
        continue
      }
      for (const one of outcome === 'all-wait' ? messages.slice(i) : [message]) comeAgain(one)
      if (outcome === 'all-wait') return
      waiting.add(event.subject)
    }
  }

  const running = run()
  return {
    async stop() {
      stopped = true
      end()
      await running
    },
    replayParked: () => replayParked(options),
  }
}

async function handleTogether(options: ConsumerOptions, events: readonly Envelope[]): Promise<void> {
  const { pool, name, afterCommit } = options
  const handled = await transaction(pool, async (tx) => {
    const reached = await lockVersions(tx, name, events)
    const parked = await parkedStreams(tx, name, [...reached.keys()])
    const done: Envelope[] = []
    for (const event of events) {
      if (parked.has(event.subject)) await park(tx, name, event, 'the stream is parked')
      else done.push(...(await catchUp(options, tx, reached, event)))
    }
    await tx.query({
      name: 'advance-consumed',
      text: `update consumed set version = new.version from unnest($2::text[], $3::int[]) as new (stream, version)
        where consumer = $1 and consumed.stream = new.stream and consumed.version < new.version`,
      values: [name, [...reached.keys()], [...reached.values()]],
    })
    return done
  })
  if (handled.length > 0) afterCommit?.(handled)
}

/** Handles the event, and before it what its stream misses; nothing when its version is known already. */
async function catchUp(options: ConsumerOptions, tx: Transaction, reached: Map<string, number>, event: Envelope) {
  const { broker, owner, handle } = options
  const done: Envelope[] = []
  const next = () => (reached.get(event.subject) ?? 0) + 1
  while (event.streamversion > next()) {
    const missing = await readOwnersLog(broker, owner, { stream: event.subject, after: next() - 1 })
    if (missing.length === 0) throw new GapNotFilled(`${owner} does not have ${event.subject} version ${next()}`)
    for (const earlier of missing) {
      if (earlier.streamversion !== next() || earlier.streamversion >= event.streamversion) continue
      await handle(tx, earlier)
      reached.set(event.subject, earlier.streamversion)
      done.push(earlier)
    }
  }
  if (event.streamversion < next()) return done
  await handle(tx, event)
  reached.set(event.subject, event.streamversion)
  return [...done, event]
}

class GapNotFilled extends Error {
  override name = 'GapNotFilled'
}

/** The server takes whole nanoseconds only. */
const comeAgain = (message: JsMsg) => message.nak(500 + Math.floor(Math.random() * 500))

/** An event is done with when it was handled, is known or is parked; otherwise it must come again. */
type Outcome = 'done' | 'stream-waits' | 'all-wait'

async function handleAlone(options: ConsumerOptions, event: Envelope): Promise<Outcome> {
  const { pool, name, log } = options
  try {
    await handleTogether(options, [event])
    return 'done'
  } catch (error) {
    const { name: kind, code } = error as { name?: string; code?: string }
    if (kind === 'NatsError' || kind === 'GapNotFilled' || code === '503') return 'stream-waits'
    if (isPassing(error)) return 'all-wait'
    log.error({ consumer: name, stream: event.subject, version: event.streamversion, err: error }, 'event parked')
    await transaction(pool, (tx) => park(tx, name, event, String(error)))
    return 'done'
  }
}

/** Locks what the consumer has reached on each stream; several workers of one durable take turns per stream. */
async function lockVersions(tx: Transaction, name: string, events: readonly Envelope[]): Promise<Map<string, number>> {
  const streams = [...new Set(events.map((event) => event.subject))].sort()
  const { rows } = await tx.query<{ stream: string; version: number }>({
    name: 'lock-consumed',
    text: `insert into consumed (consumer, stream, version) select $1, stream, 0 from unnest($2::text[]) as new (stream)
      on conflict (consumer, stream) do update set version = consumed.version returning stream, version`,
    values: [name, streams],
  })
  return new Map(rows.map(({ stream, version }) => [stream, version]))
}

async function parkedStreams(tx: Transaction, name: string, streams: string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ stream: string }>({
    name: 'parked-streams',
    text: 'select distinct stream from parked where consumer = $1 and stream = any($2::text[])',
    values: [name, streams],
  })
  return new Set(rows.map(({ stream }) => stream))
}

async function park(tx: Transaction, name: string, event: Envelope, cause: string): Promise<void> {
  await tx.query(
    `insert into parked (consumer, stream, version, event, cause) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [name, event.subject, event.streamversion, JSON.stringify(event), cause],
  )
}

async function replayParked(options: ConsumerOptions): Promise<number> {
  const { pool, name, log } = options
  const { rows } = await pool.query<{ stream: string; event: Envelope }>(
    'select stream, event from parked where consumer = $1 order by stream, version',
    [name],
  )
  const failed = new Set<string>()
  for (const { stream, event } of rows) {
    if (failed.has(stream)) continue
    try {
      await transaction(pool, async (tx) => {
        const reached = await lockVersions(tx, name, [event])
        await catchUp(options, tx, reached, event)
        await tx.query('update consumed set version = $3 where consumer = $1 and stream = $2', [
          name,
          stream,
          reached.get(stream),
        ])
        await tx.query('delete from parked where consumer = $1 and stream = $2 and version = $3', [
          name,
          stream,
          event.streamversion,
        ])
      })
      options.afterCommit?.([event])
    } catch (error) {
      failed.add(stream)
      log.error({ consumer: name, stream, err: error }, 'still parked')
    }
  }
  const left = await pool.query<{ n: number }>('select count(*) as n from parked where consumer = $1', [name])
  return left.rows[0]?.n ?? 0
}
