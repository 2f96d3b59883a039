/** The one way to append. The head row of each stream stays locked until the caller's transaction ends: writers are safe. */
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import { type EventDefinition, readEvent } from '@fernweh/contracts/events/define-event'
import type { Statement, Transaction } from '../database/database.ts'
import {
  appendStatement,
  isVersionTaken,
  lockHeads,
  type Meta,
  type NewEvent,
  readStreams,
  VersionConflict,
} from './event-log.ts'

export interface DecidedEvent {
  type: string
  data: unknown
  /** ISO instant at which an imported event happened; left out for events that happen now. */
  at?: string | undefined
}

export interface Accepted<Event extends DecidedEvent, Answer> {
  events: readonly Event[]
  answer: Answer
}

export interface Decider<Command, State, Event extends DecidedEvent, Answer> {
  /** Definitions of every event the streams hold. */
  events: readonly EventDefinition[]
  streamOf(command: Command): string
  initial: State
  evolve(state: State, event: Event): State
  /** Pure; `now` is the database's clock. */
  decide(command: Command, state: State, now: Date): Accepted<Event, Answer> | Refused
  project?(appended: readonly AppendedStream<State, Event>[]): Statement[]
}

export interface CommandRequest<Command> {
  command: Command
  meta: Meta
}

export interface AppendedStream<State, Event> {
  stream: string
  events: readonly Event[]
  metas: readonly Meta[]
  state: State
  version: number
}

export interface Decisions<State, Event, Answer> {
  /** In the order of the commands. */
  answers: (Answer | Refused)[]
  appended: AppendedStream<State, Event>[]
  /** Every stream of the commands, by name. */
  streams: ReadonlyMap<string, AppendedStream<State, Event>>
}

/** Throws VersionConflict when another writer began one of the streams at the same moment: run the transaction again. */
export async function decideAll<Command, State, Event extends DecidedEvent, Answer>(
  tx: Transaction,
  decider: Decider<Command, State, Event, Answer>,
  requests: readonly CommandRequest<Command>[],
): Promise<Decisions<State, Event, Answer>> {
  const { streams, now } = await loadStreams(tx, decider, requests)
  const { answers, appended, statements } = decideEach(decider, streams, requests, now)
  try {
    for (const statement of statements) await tx.query(statement)
  } catch (error) {
    throw isVersionTaken(error) ? new VersionConflict('a version of the stream is taken', { cause: error }) : error
  }
  return { answers, appended, streams }
}

export interface Snapshot<State> {
  version: number
  state: State
}

interface CurrentStream<State, Event> extends AppendedStream<State, Event> {
  events: Event[]
  metas: Meta[]
}

/** Locks the streams of the commands and brings each to its head, from a snapshot where there is a usable one. */
export async function loadStreams<Command, State, Event extends DecidedEvent>(
  tx: Transaction,
  decider: Decider<Command, State, Event, unknown>,
  requests: readonly { command: Command }[],
  snapshotOf: (stream: string) => Snapshot<State> | undefined = () => undefined,
): Promise<{ streams: Map<string, CurrentStream<State, Event>>; now: Date }> {
  const names = [...new Set(requests.map(({ command }) => decider.streamOf(command)))].sort()
  const { heads, now } = await lockHeads(tx, names)
  const streams = new Map<string, CurrentStream<State, Event>>()
  const behind = new Map<string, number>()
  for (const name of names) {
    const head = heads.get(name) ?? 0
    const snapshot = snapshotOf(name)
    const from = snapshot && snapshot.version <= head ? snapshot : { version: 0, state: decider.initial }
    streams.set(name, { stream: name, ...from, events: [], metas: [] })
    if (from.version < head) behind.set(name, from.version)
  }
  for (const envelope of behind.size > 0 ? await readStreams(tx, behind) : []) {
    const stream = streams.get(envelope.subject) as CurrentStream<State, Event>
    stream.state = decider.evolve(stream.state, readEvent(decider.events, envelope) as unknown as Event)
    stream.version = envelope.streamversion
  }
  return { streams, now }
}

export function decideEach<Command, State, Event extends DecidedEvent, Answer>(
  decider: Decider<Command, State, Event, Answer>,
  streams: ReadonlyMap<string, CurrentStream<State, Event>>,
  requests: readonly CommandRequest<Command>[],
  now: Date,
): Decisions<State, Event, Answer> & { statements: Statement[] } {
  const events: NewEvent[] = []
  const answers = requests.map(({ command, meta }) => {
    const stream = streams.get(decider.streamOf(command)) as CurrentStream<State, Event>
    const decision = decider.decide(command, stream.state, now)
    if (isRefused(decision)) return decision
    for (const event of decision.events) events.push(applyEvent(decider, stream, event, meta))
    return decision.answer
  })
  const appended = [...streams.values()].filter((stream) => stream.events.length > 0)
  const statements = events.length > 0 ? [appendStatement(events), ...(decider.project?.(appended) ?? [])] : []
  return { answers, appended, streams, statements }
}

function applyEvent<State, Event extends DecidedEvent>(
  decider: Pick<Decider<never, State, Event, never>, 'events' | 'evolve'>,
  stream: CurrentStream<State, Event>,
  event: Event,
  meta: Meta,
): NewEvent {
  stream.version += 1
  stream.state = decider.evolve(stream.state, event)
  stream.events.push(event)
  stream.metas.push(meta)
  const { type, data, at } = event
  return {
    stream: stream.stream,
    version: stream.version,
    type,
    schemaVersion: schemaVersionOf(decider, type),
    data,
    meta,
    at,
  }
}

function schemaVersionOf({ events }: { events: readonly EventDefinition[] }, type: string): number {
  const definition = events.find((candidate) => candidate.type === type)
  if (!definition) throw new Error(`The decider decided ${type}, which is not among its events`)
  return definition.version
}
