/**
 * A durable consumer whose effects live in this service's database. Delivery is at least once, the effect exactly once:
 * the version reached per stream is stored in the transaction of the effect, for ever, so a duplicate is recognised and a
 * gap is seen and filled from the owner's log. An event that cannot be processed parks its stream; others flow.
 */
import type { Envelope } from '@fernweh/contracts/envelope'
import { isTransient, transaction } from '../database/database.ts'
import { VersionConflict } from '../event-log/event-log.ts'
import { AckPolicy, ensureStream, type JsMsg, jsonCodec, nanos } from './broker.ts'
import { type ConsumerOptions, GapNotFilled, handleBatch, park, replayParked } from './consumed-versions.ts'

export interface DurableConsumer {
  stop(): Promise<void>
  /** Handles the parked events again, in order; says how many are left. */
  replayParked(): Promise<number>
}

const BATCH = 500
const ACK_WAIT_MS = 30_000

export function createDurableConsumer(options: ConsumerOptions): DurableConsumer {
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
      max_ack_pending: BATCH * 2,
    })
    const consumer = await broker.js.consumers.get(owner, name)
    while (!stopped) {
      const messages = await consumer.fetch({ max_messages: BATCH, expires: 5_000 })
      end = () => void messages.close()
      await settleAll(messages)
    }
  }

  /** The first message starts a batch, whatever comes meanwhile is the next; a quiet stream is not waited for. */
  async function settleAll(messages: AsyncIterable<JsMsg>): Promise<void> {
    let waiting: JsMsg[] = []
    let working: Promise<void> | null = null
    const work = async () => {
      // What is there together with the first message joins it.
      await Promise.resolve()
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        // What was not acknowledged comes again.
        await settle(batch).catch((error: Error) =>
          log.warn({ consumer: name, err: error.message }, 'batch not settled'),
        )
      }
      working = null
    }
    for await (const message of messages) {
      waiting.push(message)
      working ??= work()
    }
    await working
  }

  async function settle(messages: JsMsg[]): Promise<void> {
    const events = messages.map((message) => jsonCodec.decode(message.data) as Envelope)
    try {
      await handleBatch(options, events)
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

/** The server takes whole nanoseconds only. */
const comeAgain = (message: JsMsg) => message.nak(500 + Math.floor(Math.random() * 500))

/** An event is done with when it was handled, is known or is parked; otherwise it must come again. */
type Outcome = 'done' | 'stream-waits' | 'all-wait'

async function handleAlone(options: ConsumerOptions, event: Envelope): Promise<Outcome> {
  try {
    await handleBatch(options, [event])
    return 'done'
  } catch (error) {
    const { name: kind, code } = error as { name?: string; code?: string }
    if (kind === 'NatsError' || error instanceof GapNotFilled || code === '503') return 'stream-waits'
    if (error instanceof VersionConflict) return 'stream-waits'
    if (isTransient(error)) return 'all-wait'
    return parkAlone(options, event, error)
  }
}

async function parkAlone({ pool, name, log }: ConsumerOptions, event: Envelope, cause: unknown): Promise<Outcome> {
  const what = { consumer: name, stream: event.subject, version: event.streamversion, err: cause }
  try {
    await transaction(pool, (tx) => park(tx, name, event, String(cause)))
    log.error(what, 'event parked')
    return 'done'
  } catch (error) {
    log.error({ ...what, parking: String(error) }, 'event neither processed nor parked')
    return 'all-wait'
  }
}
