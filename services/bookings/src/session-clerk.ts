import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Hold } from '@fernweh/contracts/feeds/bookings'
import { type Clerk, createClerk, type Rules } from '@fernweh/kit/server/clerk'
import type { Pool } from '@fernweh/kit/server/database'
import { decide, type SessionCommand } from './domain/decide.ts'
import { evolve, type SessionEvent, type SessionState } from './domain/session.ts'
import { type AppendedSession, project } from './views/project.ts'

export type SessionRules = Rules<SessionCommand, SessionState, SessionEvent, { hold: Hold }>
export type SessionClerk = Clerk<SessionCommand, { hold: Hold }>

export const streamOf = (sessionId: string) => `session.${sessionId}`

export function createSessionRules(holdSeconds: number): SessionRules {
  return {
    streamOf: ({ sessionId }) => streamOf(sessionId),
    initial: null,
    evolve,
    decide: (command, session, now) => decide(command, session, { now, holdSeconds }),
    read: readSessionEvent,
    schemaVersionOf,
    project,
  }
}

export function createSessionClerk(options: {
  pool: Pool
  holdSeconds: number
  afterCommit(appended: readonly AppendedSession[]): void
}): SessionClerk {
  const { pool, holdSeconds, afterCommit } = options
  return createClerk({ pool, rules: createSessionRules(holdSeconds), afterCommit })
}

export const readSessionEvent = (event: Envelope): SessionEvent => readEvent(bookingsEvents, event)

export function schemaVersionOf(type: string): number {
  const definition = bookingsEvents.find((candidate) => candidate.type === type)
  if (!definition) throw new Error(`${type} is not an event of bookings`)
  return definition.version
}
