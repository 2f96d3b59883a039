/**
 * A consumer whose state is in memory: it reads the owner's stream from the beginning and keeps the versions beside that
 * state. A gap is filled from the owner's log; a new or rolled back broker is followed from its beginning again.
 */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Logger } from 'pino'
import { type Broker, ensureStream, jsonCodec } from './broker.ts'
import { fetchOwnerLog } from './log-server.ts'

export interface InMemoryConsumer {
  /** True once everything that was on the broker at the start has been applied. */
  caughtUp(): boolean
  stop(): Promise<void>
}

const CHECK_MS = 2_000

export function createInMemoryConsumer({
  broker,
  owner,
  noun,
  name,
  apply,
  log,
}: {
  broker: Broker
  owner: string
  noun: string
  /** `<reader>-<purpose>`: how the broker lists it. */
  name: string
  /** Called once per event, in the order of its stream. Must not throw for events it does not know. */
  apply(event: Envelope): void
  log: Logger
}): InMemoryConsumer {
  const versions = new Map<string, number>()
  const filling = new Map<string, Promise<void>>()
  let caught = false
  let stopped = false
  let end = () => {}

  function take(event: Envelope): boolean {
    const known = versions.get(event.subject) ?? 0
    if (event.streamversion <= known) return true
    if (event.streamversion > known + 1) return false
    try {
      apply(event)
    } catch (error) {
      log.error({ stream: event.subject, version: event.streamversion, err: error }, 'event skipped')
    }
    versions.set(event.subject, event.streamversion)
    return true
  }

  /** Asks the owner until the gap before `event` is closed; the stream waits, others flow. */
  async function fill(event: Envelope): Promise<void> {
    while (!stopped && !take(event)) {
      const after = versions.get(event.subject) ?? 0
      const missing = await fetchOwnerLog(broker, owner, { stream: event.subject, after }).catch(() => [])
      for (const earlier of missing) take(earlier)
      if (missing.length === 0) await new Promise((resolve) => setTimeout(resolve, 500))
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

  async function run(): Promise<void> {
    while (!stopped) {
      await readOnce().catch((error: Error) => log.warn({ owner, noun, err: error.message }, 'follower waits'))
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, 250 + Math.random() * 250))
    }
  }

  async function readOnce(): Promise<void> {
    const { created, state } = await ensureStream(broker, owner)
    const subject = `${owner}.${noun}.>`
    const consumer = await broker.js.consumers.get(owner, { filterSubjects: subject, name_prefix: `${name}-` })
    // Asked before the first message is on its way: later, 0 pending may mean delivered and not yet applied.
    if ((await consumer.info()).num_pending === 0) caught = true
    const messages = await consumer.consume({ max_messages: 1_000 })
    let seen = 0
    end = () => void messages.close()
    if (stopped) end()
    const watch = setInterval(async () => {
      const now = await broker.jsm.streams.info(owner).catch(() => null)
      if (now && (now.created !== created || now.state.last_seq < Math.max(seen, state.last_seq))) end()
    }, CHECK_MS)
    try {
      for await (const message of messages) {
        seen = message.seq
        receive(jsonCodec.decode(message.data) as Envelope)
        if (message.info.pending === 0) caught = true
      }
    } finally {
      clearInterval(watch)
      await consumer.delete().catch(() => {})
    }
  }

  const running = run()
  return {
    caughtUp: () => caught,
    async stop() {
      stopped = true
      end()
      await running
    },
  }
}
