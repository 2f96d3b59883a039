/** Sessions open when catalog has scheduled them: in the consumer's transaction, so that the effect happens exactly once. */

import type { Envelope } from '@fernweh/contracts/envelope'
import { sessionScheduled } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Broker } from '@fernweh/kit/server/broker'
import { type Consumer, consume } from '@fernweh/kit/server/consume'
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { append, type Meta, readStreams } from '@fernweh/kit/server/event-log'
import type { Logger } from '@fernweh/kit/server/log'
import { type Opening, openSession } from '../domain/open-session.ts'
import { evolve, type SessionState } from '../domain/session.ts'
import { readSessionEvent, schemaVersionOf, streamOf } from '../session-clerk.ts'
import { project } from '../views/project.ts'

export function openSessions(options: {
  pool: Pool
  broker: Broker
  log: Logger
  /** Called with the sessions opened, after COMMIT. */
  afterCommit(sessionIds: string[]): void
}): Consumer {
  const { afterCommit, ...parts } = options
  return consume({
    ...parts,
    name: 'bookings-open-sessions',
    owner: 'catalog',
    noun: 'session',
    async handle(tx, event) {
      await openIn(tx, toOpening(event), toMeta(event))
    },
    afterCommit: (events) => afterCommit(events.map((event) => toOpening(event).sessionId)),
  })
}

/** Opens a session, once however often it is asked. */
export async function openIn(tx: Transaction, opening: Opening, meta: Meta): Promise<void> {
  const stream = streamOf(opening.sessionId)
  const history = await readStreams(tx, new Map([[stream, 0]]))
  const before = history.map(readSessionEvent).reduce<SessionState>(evolve, null)
  const events = openSession(opening, before)
  if (events.length === 0) return
  const state = events.reduce<SessionState>(evolve, before)
  await append(
    tx,
    events.map(({ type, data }, i) => ({
      stream,
      version: i + 1,
      type,
      schemaVersion: schemaVersionOf(type),
      data,
      meta,
    })),
  )
  const appended = { stream, events, metas: events.map(() => meta), state, version: events.length }
  for (const statement of project([appended])) await tx.query(statement)
}

const toOpening = (event: Envelope): Opening => readEvent([sessionScheduled], event).data

function toMeta({ id, correlationid, traceparent }: Envelope): Meta {
  return { correlationId: correlationid, causationId: id, traceparent }
}
