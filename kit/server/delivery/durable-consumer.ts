/**
 * Delivery is at least once, the effect exactly once: the version reached per stream is stored in the transaction of the
 * effect, for ever, so a duplicate is recognised and a gap is filled from the owner's log.
 */
import type { Envelope } from '@fernweh/contracts/envelope'
import { type Backoff, backoffMs } from '../../retry/backoff.ts'
import { transaction } from '../database/database.ts'
import { isTransient } from '../database/faults.ts'
import { VersionConflict } from '../event-log/event-log.ts'
import { createDrain } from '../process/drain.ts'
import { repeat } from '../process/repeat.ts'
import { withSpan } from '../process/telemetry.ts'
import { AckPolicy, ensureStream, isBrokerFault, type JsMsg, nanos } from './broker.ts'
import { type ConsumerOptions, GapNotFilled, handleBatch, park, replayParked } from './consumed-versions.ts'
import { measureConsumer } from './consumer-metrics.ts'
import { eventOf, noteMalformed, readMessage } from './messages.ts'

export interface DurableConsumer {
  stop(): Promise<void>
  /** Handles the parked events again, in order; resolves with the number left. */
  replayParked(): Promise<number>
}

interface Delivery {
  message: JsMsg
  event: Envelope
}

const BATCH = 500
const ACK_WAIT_MS = 30_000
const FETCH_MS = 5_000
/** An owner may answer from a copy of its database that is a little behind. */
const MAX_GAP_DELIVERIES = 15
const REDELIVERY: Backoff = { firstMs: 1_000, maxMs: 1_000 }

export function createDurableConsumer(options: ConsumerOptions): DurableConsumer {
  const { broker, name, owner, noun, log, metrics } = options
  const schema = eventOf(owner, noun)
  let opened: Awaited<ReturnType<typeof open>> | null = null
  let waiting: Delivery[] = []
  const drain = createDrain(
    () => waiting.length > 0,
    async () => {
      const batch = waiting
      waiting = []
      await complete(batch).catch((error: Error) =>
        log.warn({ consumer: name, err: error.message }, 'batch failed, delivered again'),
      )
    },
  )
  measureConsumer(options)

  async function open() {
    await ensureStream(broker, owner)
    await broker.jsm.consumers.add(owner, {
      durable_name: name,
      filter_subject: `${owner}.${noun}.>`,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: BATCH * 2,
    })
    return broker.js.consumers.get(owner, name)
  }

  async function receive(signal: AbortSignal): Promise<number> {
    try {
      opened ??= await open()
      // Messages of an abandoned fetch are redelivered only after the ack wait.
      if (!signal.aborted) await fetchOnce(opened, signal)
      return 0
    } catch (error) {
      opened = null
      throw error
    }
  }

  /** The first message starts a batch, so that a quiet stream is not waited for. */
  async function fetchOnce(consumer: Awaited<ReturnType<typeof open>>, signal: AbortSignal): Promise<void> {
    const messages = await consumer.fetch({ max_messages: BATCH, expires: FETCH_MS })
    const end = () => void messages.close()
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    try {
      for await (const message of messages) receiveOne(message)
    } finally {
      signal.removeEventListener('abort', end)
      await drain.idle()
    }
  }

  function receiveOne(message: JsMsg): void {
    const event = readMessage(message, schema, { reader: name, log, metrics })
    if (event) waiting.push({ message, event })
    // Without a reason: a NATS server before 2.10 takes one for no answer and delivers the message again, for ever.
    else message.term()
    drain.start()
  }

  function complete(batch: Delivery[]): Promise<void> {
    const attributes = { 'fernweh.events': batch.length }
    return withSpan(`consume ${name}`, () => handleDeliveries(options, batch), { attributes })
  }

  const loop = repeat({ work: receive, failure: 'events not consumed', details: { consumer: name }, log })
  return { stop: () => loop.stop(), replayParked: () => replayParked(options) }
}

async function handleDeliveries(options: ConsumerOptions, batch: Delivery[]): Promise<void> {
  try {
    await handleBatch(
      options,
      batch.map(({ event }) => event),
    )
  } catch {
    return handleEach(options, batch)
  }
  for (const { message } of batch) message.ack()
}

/** A stream that waits for its owner holds up only itself; an unreachable database holds up all. */
async function handleEach(options: ConsumerOptions, batch: Delivery[]): Promise<void> {
  const waiting = new Set<string>()
  for (const [i, { message, event }] of batch.entries()) {
    const outcome = waiting.has(event.subject) ? 'stream-waits' : await handleAlone(options, event)
    if (outcome === 'done') {
      message.ack()
      continue
    }
    if (outcome === 'not-in-log' && message.info.redeliveryCount > MAX_GAP_DELIVERIES) {
      const { name, log, metrics } = options
      noteMalformed({ reader: name, log, metrics }, message.subject, 'is not in the log of its owner')
      message.term()
      continue
    }
    for (const delivery of outcome === 'all-wait' ? batch.slice(i) : [{ message }]) redeliver(delivery.message)
    if (outcome === 'all-wait') return
    waiting.add(event.subject)
  }
}

/** The server accepts whole nanoseconds only. */
const redeliver = (message: JsMsg) => message.nak(Math.round(backoffMs(1, REDELIVERY)))

/**
 * `done`: handled, already known, or parked; otherwise the event is delivered again. `not-in-log`: the owner does not have what comes before it.
 */
type Outcome = 'done' | 'stream-waits' | 'not-in-log' | 'all-wait'

async function handleAlone(options: ConsumerOptions, event: Envelope): Promise<Outcome> {
  try {
    await handleBatch(options, [event])
    return 'done'
  } catch (error) {
    if (error instanceof GapNotFilled) return 'not-in-log'
    if (isBrokerFault(error) || error instanceof VersionConflict) return 'stream-waits'
    if (isTransient(error)) return 'all-wait'
    return parkAlone(options, event, error)
  }
}

async function parkAlone({ pool, name, log }: ConsumerOptions, event: Envelope, cause: unknown): Promise<Outcome> {
  const what = { consumer: name, stream: event.subject, version: event.streamversion, err: cause }
  try {
    await transaction(pool, (tx) => park(tx, name, event, String(cause)))
    log.error(what, 'event failed, its stream is parked')
    return 'done'
  } catch (error) {
    log.error({ ...what, parking: String(error) }, 'event neither processed nor parked, delivered again')
    return 'all-wait'
  }
}
