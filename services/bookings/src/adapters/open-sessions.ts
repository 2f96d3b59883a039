/** Sessions open when catalog has scheduled them: in the consumer's transaction, so that the effect happens exactly once. */

import type { Envelope } from '@fernweh/contracts/envelope'
import { sessionScheduled } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import { append, type Meta, type NewEvent, readStreams } from '@fernweh/kit/server/event-log/event-log'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { type Opening, openSession } from '../domain/open-session.ts'
import { evolve, type SessionState } from '../domain/session.ts'
import { readSessionEvent, schemaVersionOf, streamOf } from '../session-clerk.ts'
import { type AppendedSession, project } from '../views/project.ts'

export function openSessions(options: {
  pool: Pool
  broker: Broker
  log: Logger
  /** Called after COMMIT. Nobody can follow a session before it is open: there is nobody to be told. */
  afterCommit(): void
}): DurableConsumer {
  return createDurableConsumer({
    ...options,
    name: 'bookings-open-sessions',
    owner: 'catalog',
    noun: 'session',
    handleAll: (tx, events) =>
      openAll(
        tx,
        events.map((event) => ({ opening: toOpening(event), meta: toMeta(event) })),
      ),
  })
}

interface Asked {
  opening: Opening
  meta: Meta
}

/** Opens sessions, each once however often it is asked: a host may schedule thousands at a time. */
export async function openAll(tx: Transaction, asked: readonly Asked[]): Promise<void> {
  const states = await readStates(
    tx,
    asked.map(({ opening }) => streamOf(opening.sessionId)),
  )
  const appended: AppendedSession[] = []
  for (const { opening, meta } of asked) {
    const stream = streamOf(opening.sessionId)
    const before = states.get(stream) ?? null
    const events = openSession(opening, before)
    if (events.length === 0) continue
    const state = events.reduce<SessionState>(evolve, before)
    states.set(stream, state)
    appended.push({ stream, events, metas: events.map(() => meta), state, version: events.length })
  }
  if (appended.length === 0) return
  await append(tx, appended.flatMap(toNewEvents))
  for (const statement of project(appended)) await tx.query(statement)
}

async function readStates(tx: Transaction, streams: string[]): Promise<Map<string, SessionState>> {
  const states = new Map<string, SessionState>()
  for (const event of await readStreams(tx, new Map(streams.map((stream) => [stream, 0])))) {
    states.set(event.subject, evolve(states.get(event.subject) ?? null, readSessionEvent(event)))
  }
  return states
}

/** Opening is the first that happens in a session. */
const toNewEvents = ({ stream, events, metas }: AppendedSession): NewEvent[] =>
  events.map(({ type, data }, i) => ({
    stream,
    version: i + 1,
    type,
    schemaVersion: schemaVersionOf(type),
    data,
    meta: metas[i] as Meta,
  }))

const toOpening = (event: Envelope): Opening => readEvent([sessionScheduled], event).data

function toMeta({ id, correlationid, traceparent }: Envelope): Meta {
  return { correlationId: correlationid, causationId: id, traceparent }
}
