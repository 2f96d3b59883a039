/**
 * One command decided in a transaction of somebody else: a consumer's, which records what it has heard, or a call's, which
 * removes it. Events and views go with it. Beside a clerk on the same stream it is safe: both lock the head.
 */
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import type { Transaction } from '../database/database.ts'
import { type AppendedStream, type Decider, lockHeads } from './command-batcher.ts'
import { append, type Meta, readStreams } from './event-log.ts'

/** Throws VersionConflict when another has begun the stream at the same moment: everything is to be done again. */
export async function decideIn<Command, State, Event extends { type: string; data: unknown }, Answer>(
  tx: Transaction,
  rules: Decider<Command, State, Event, Answer>,
  command: Command,
  meta: Meta,
): Promise<AppendedStream<State, Event> | Refused> {
  const stream = rules.streamOf(command)
  const { now } = await lockHeads(tx, [stream])
  const history = await readStreams(tx, new Map([[stream, 0]]))
  const before = history.map(rules.read).reduce(rules.evolve, rules.initial)
  const decision = rules.decide(command, before, now)
  if (isRefused(decision)) return decision

  const { events } = decision
  const appended = {
    stream,
    events,
    metas: events.map(() => meta),
    state: events.reduce(rules.evolve, before),
    version: history.length + events.length,
  }
  if (events.length === 0) return appended
  await append(
    tx,
    events.map(({ type, data }, i) => ({
      stream,
      version: history.length + i + 1,
      type,
      schemaVersion: rules.schemaVersionOf(type),
      data,
      meta,
    })),
  )
  for (const statement of rules.project([appended])) await tx.query(statement)
  return appended
}
