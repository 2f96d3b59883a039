import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Pool } from '@fernweh/kit/server/database/database'
import { type CommandBatcher, createCommandBatcher, type Decider } from '@fernweh/kit/server/event-log/command-batcher'
import { decide, type SessionCommand } from './domain/decide.ts'
import type { Circumstances } from './domain/decision.ts'
import { evolve, type SessionEvent, type SessionState } from './domain/session.ts'
import { type AppendedSession, project } from './views/project.ts'

type Answer = { booking: Booking } | { visits: number }
export type SessionRules = Decider<SessionCommand, SessionState, SessionEvent, Answer>
export type SessionClerk = CommandBatcher<SessionCommand, Answer>
/** What holds for every decision. */
export type Terms = Omit<Circumstances, 'now'>

export const streamOf = (sessionId: string) => `session.${sessionId}`

export function createSessionRules(terms: Terms): SessionRules {
  return {
    streamOf: ({ sessionId }) => streamOf(sessionId),
    initial: null,
    evolve,
    decide: (command, session, now) => decide(command, session, { ...terms, now }),
    read: readSessionEvent,
    schemaVersionOf,
    project: (appended) => project(appended, terms.visitSeconds),
  }
}

export function createSessionClerk(options: {
  pool: Pool
  terms: Terms
  afterCommit(appended: readonly AppendedSession[]): void
}): SessionClerk {
  const { pool, terms, afterCommit } = options
  return createCommandBatcher({ pool, rules: createSessionRules(terms), afterCommit })
}

export const readSessionEvent = (event: Envelope): SessionEvent => readEvent(bookingsEvents, event)

export function schemaVersionOf(type: string): number {
  const definition = bookingsEvents.find((candidate) => candidate.type === type)
  if (!definition) throw new Error(`${type} is not an event of bookings`)
  return definition.version
}
