/** A consumer whose state is in memory: it reads from the beginning, and again when the broker is new or rolled back. */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { gauge } from '../process/metrics.ts'
import { pause, repeat } from '../process/repeat.ts'
import { type Broker, ensureStream } from './broker.ts'
import { CONSUMER_PENDING } from './consumer-metrics.ts'
import { fetchOwnerLog } from './log-server.ts'
import { eventOf, noteMalformed, readMessage } from './messages.ts'

export interface InMemoryConsumer {
  /** True from when it has read for the first time what was there. */
  caughtUp(): boolean
  /** True while it knows of no event that it has not applied. */
  isSettled(): boolean
  stop(): Promise<void>
}

interface Options {
  broker: Broker
  owner: string
  noun: string
  name: string
  /** Called once per event, in the order of its stream. Must not throw for unknown events. */
  apply(event: Envelope): void
  log: Logger
  metrics?: Registry | undefined
}

const CHECK_MS = 2_000
const RESTART_MS = 250
const GAP_RETRY_MS = 500
/** An owner may answer from a copy of its database that is a little behind. */
const MAX_GAP_ANSWERS = 30

export function createInMemoryConsumer(options: Options): InMemoryConsumer {
  const { broker, owner, noun, name, log, metrics } = options
  const schema = eventOf(owner, noun)
  const stopping = new AbortController()
  const receiver = createReceiver(options, stopping.signal)
  let caughtUp = false
  let pending = 0
  gauge(metrics, CONSUMER_PENDING, () => [{ labels: { consumer: `${name}-${noun}` }, value: pending }])

  async function read(signal: AbortSignal): Promise<number> {
    const { created, state } = await ensureStream(broker, owner)
    const subject = `${owner}.${noun}.>`
    const consumer = await broker.js.consumers.get(owner, { filterSubjects: subject, name_prefix: `${name}-` })
    // Read before the first message is on its way: later, 0 pending may mean delivered and not yet applied.
    pending = (await consumer.info()).num_pending
    if (pending === 0) caughtUp = true
    const messages = await consumer.consume({ max_messages: 1_000 })
    let seen = 0
    const end = () => void messages.close()
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    const watch = setInterval(async () => {
      const now = await broker.jsm.streams.info(owner).catch(() => null)
      if (now && (now.created !== created || now.state.last_seq < Math.max(seen, state.last_seq))) end()
    }, CHECK_MS)
    try {
      for await (const message of messages) {
        seen = message.seq
        const event = readMessage(message, schema, { reader: name, log, metrics })
        if (event) receiver.receive(event)
        pending = message.info.pending
        if (pending === 0) caughtUp = true
      }
    } finally {
      clearInterval(watch)
      signal.removeEventListener('abort', end)
      await consumer.delete().catch(() => {})
    }
    return RESTART_MS
  }

  const loop = repeat({ work: read, failure: 'stream not followed', details: { owner, noun }, log })
  return {
    caughtUp: () => caughtUp,
    isSettled: () => caughtUp && pending === 0 && !receiver.isFilling(),
    async stop() {
      stopping.abort()
      await loop.stop()
    },
  }
}

function createReceiver({ broker, owner, name, apply, log, metrics }: Options, signal: AbortSignal) {
  const versions = new Map<string, number>()
  const filling = new Map<string, Promise<void>>()

  function take(event: Envelope): boolean {
    const known = versions.get(event.subject) ?? 0
    if (event.streamversion <= known) return true
    if (event.streamversion > known + 1) return false
    try {
      apply(event)
    } catch (error) {
      log.error({ stream: event.subject, version: event.streamversion, err: error }, 'event failed, skipped')
    }
    versions.set(event.subject, event.streamversion)
    return true
  }

  async function fill(event: Envelope): Promise<void> {
    let answers = 0
    while (!signal.aborted && !take(event)) {
      const after = versions.get(event.subject) ?? 0
      const missing = await fetchOwnerLog(broker, owner, { stream: event.subject, after }).catch(() => null)
      for (const earlier of missing ?? []) take(earlier)
      if (missing?.length) continue
      if (missing && ++answers > MAX_GAP_ANSWERS) {
        noteMalformed({ reader: name, log, metrics }, event.subject, 'is not in the log of its owner')
        break
      }
      await pause(GAP_RETRY_MS, signal)
    }
    filling.delete(event.subject)
  }

  function receive(event: Envelope): void {
    const waiting = filling.get(event.subject)
    if (waiting)
      filling.set(
        event.subject,
        waiting.then(() => fill(event)),
      )
    else if (!take(event)) filling.set(event.subject, fill(event))
  }

  return { receive, isFilling: () => filling.size > 0 }
}
