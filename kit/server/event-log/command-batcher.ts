/**
 * Adaptive group commit: commands that arrive while a transaction is in flight are decided together in the next one.
 * There is no timer; a flush starts when the last has returned. One stream should have one clerk; two stay safe, since
 * the head row is locked for the batch and versions are unique.
 */
import { hash } from 'node:crypto'
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import type { Envelope } from '@fernweh/contracts/envelope'
import { type Pool, type Statement, type Transaction, transactionWith } from '../database/database.ts'
import { isTransient } from '../database/faults.ts'
import { keyReused } from '../http/problem.ts'
import { appendStatement, isVersionTaken, type Meta, type NewEvent, readStreams } from './event-log.ts'

interface DecidedEvent {
  type: string
  data: unknown
  /** When it happened, where that is not now: it is imported. */
  at?: string | undefined
}

export interface Accepted<Event extends DecidedEvent, Answer> {
  events: readonly Event[]
  answer: Answer
}

export interface Decider<Command, State, Event extends DecidedEvent, Answer> {
  /** Stream whose history the command is decided against. */
  streamOf(command: Command): string
  initial: State
  evolve(state: State, event: Event): State
  /** Pure; `now` is the database's clock. */
  decide(command: Command, state: State, now: Date): Accepted<Event, Answer> | Refused
  /** Reads a stored event at today's schema version. */
  read(event: Envelope): Event
  schemaVersionOf(type: string): number
  /** Rows of the views that must be current with the events; run in the same transaction. */
  project(appended: readonly AppendedStream<State, Event>[]): Statement[]
}

/** One stream after a batch: its events of this batch, with the meta of each beside it, and the state they led to. */
export interface AppendedStream<State, Event> {
  stream: string
  events: readonly Event[]
  metas: readonly Meta[]
  state: State
  version: number
}

export interface CommandContext {
  /** Idempotency key; the same key gives the stored answer, also a refusal. Absent for timers and consumers. */
  key?: string | undefined
  meta: Meta
}

interface Waiting<Command, Answer> extends CommandContext {
  command: Command
  stream: string
  bodyHash: string
  resolve(answer: Answer | Refused): void
  reject(error: unknown): void
}

export interface CommandBatcher<Command, Answer> {
  execute(command: Command, context: CommandContext): Promise<Answer | Refused>
  /** Resolves when nothing waits and nothing is in flight. */
  idle(): Promise<void>
}

/** A stream while its batch is decided. */
interface Current<State, Event> extends AppendedStream<State, Event> {
  events: Event[]
  metas: Meta[]
  state: State
  version: number
}

interface Stored<Answer> {
  bodyHash: string
  answer: Answer | Refused
}

const MAX_PER_BATCH = 256
const MAX_CACHED = 20_000
const TRIES = 3

export function createCommandBatcher<Command, State, Event extends DecidedEvent, Answer>({
  pool,
  rules,
  afterCommit,
}: {
  pool: Pool
  rules: Decider<Command, State, Event, Answer>
  /** Called once per committed batch, e.g. to poke the relay and the feeds. */
  afterCommit(appended: readonly AppendedStream<State, Event>[]): void
}): CommandBatcher<Command, Answer> {
  const cache = new Map<string, { version: number; state: State }>()
  let queue: Waiting<Command, Answer>[] = []
  let working: Promise<void> | null = null

  function execute(command: Command, context: CommandContext): Promise<Answer | Refused> {
    return new Promise((resolve, reject) => {
      const stream = rules.streamOf(command)
      const bodyHash = hash('sha256', JSON.stringify(command), 'base64url')
      queue.push({ ...context, command, stream, bodyHash, resolve, reject })
      working ??= work()
    })
  }

  async function work(): Promise<void> {
    await Promise.resolve()
    while (queue.length > 0) {
      const batch = queue.slice(0, MAX_PER_BATCH)
      queue = queue.slice(MAX_PER_BATCH)
      await flush(batch)
    }
    working = null
  }

  async function flush(batch: Waiting<Command, Answer>[], tries = TRIES): Promise<void> {
    try {
      const { answers, appended } = await transactionWith(pool, (tx) => decideTogether(tx, batch))
      for (const { stream, version, state } of appended) remember(stream, { version, state })
      batch.forEach((waiting, i) => {
        const answer = answers[i]
        if (answer instanceof Error) waiting.reject(answer)
        else waiting.resolve(answer as Answer | Refused)
      })
      if (appended.length > 0) afterCommit(appended)
    } catch (error) {
      // A COMMIT whose answer was lost may have happened: nothing cached may be trusted.
      for (const { stream } of batch) cache.delete(stream)
      if (isRace(error) && tries > 1) return flush(batch, tries - 1)
      // What cannot be decided or stored fails alone, not those who happened to come with it.
      if (batch.length > 1 && !isTransient(error)) for (const waiting of batch) await flush([waiting])
      else for (const waiting of batch) waiting.reject(error)
    }
  }

  async function decideTogether(tx: Transaction, batch: Waiting<Command, Answer>[]) {
    const streams = [...new Set(batch.map(({ stream }) => stream))].sort()
    const [{ heads, now }, stored] = await Promise.all([lockHeads(tx, streams), storedAnswers<Answer>(tx, batch)])
    const states = await currentStates(tx, streams, heads)
    const events: NewEvent[] = []
    const fresh = new Map<string, Stored<Answer>>()

    const answers = batch.map((waiting) => {
      const { key, bodyHash, stream } = waiting
      const known = key === undefined ? undefined : (stored.get(key) ?? fresh.get(key))
      if (known) return known.bodyHash === bodyHash ? known.answer : keyReused()
      const decided = decideOne(waiting, states.get(stream) as Current<State, Event>, now)
      if (key !== undefined) fresh.set(key, { bodyHash, answer: decided.answer })
      events.push(...decided.events)
      return decided.answer
    })

    const appended = [...states.values()].filter((current) => current.events.length > 0)
    for (const { stream, version, state, events } of states.values())
      if (events.length === 0) remember(stream, { version, state })
    const statements = [
      ...(events.length > 0 ? [appendStatement(events), ...rules.project(appended)] : []),
      ...(fresh.size > 0 ? [storeAnswers(fresh)] : []),
    ]
    return { answers, appended, statements }
  }

  /** Moves `current` on by what was decided. */
  function decideOne({ command, meta }: Waiting<Command, Answer>, current: Current<State, Event>, now: Date) {
    const decision = rules.decide(command, current.state, now)
    if (isRefused(decision)) return { answer: decision, events: [] }
    const events = decision.events.map((event): NewEvent => {
      current.version += 1
      current.state = rules.evolve(current.state, event)
      current.events.push(event)
      current.metas.push(meta)
      const { type, data, at } = event
      const { stream, version } = current
      return { stream, version, type, schemaVersion: rules.schemaVersionOf(type), data, meta, at }
    })
    return { answer: decision.answer, events }
  }

  async function currentStates(tx: Transaction, streams: string[], heads: Map<string, number>) {
    const states = new Map<string, Current<State, Event>>()
    const behind = new Map<string, number>()
    for (const stream of streams) {
      const version = heads.get(stream) ?? 0
      const cached = cache.get(stream)
      const usable = cached && cached.version <= version ? cached : { version: 0, state: rules.initial }
      states.set(stream, { stream, ...usable, events: [], metas: [] })
      if (usable.version < version) behind.set(stream, usable.version)
    }
    for (const envelope of behind.size > 0 ? await readStreams(tx, behind) : []) {
      const current = states.get(envelope.subject) as Current<State, Event>
      current.state = rules.evolve(current.state, rules.read(envelope))
      current.version = envelope.streamversion
    }
    return states
  }

  function remember(stream: string, entry: { version: number; state: State }): void {
    cache.delete(stream)
    if (entry.version > 0) cache.set(stream, entry)
    if (cache.size > MAX_CACHED) cache.delete(cache.keys().next().value as string)
  }

  return {
    execute,
    async idle() {
      while (working) await working
    },
  }
}

/** Locks the head rows in sorted order, so that two clerks cannot wait for each other in a circle. */
export async function lockHeads(
  tx: Transaction,
  streams: string[],
): Promise<{ heads: Map<string, number>; now: Date }> {
  const { rows } = await tx.query<{ stream: string | null; version: number; now: Date }>({
    name: 'lock-heads',
    text: `with locked as materialized
        (select stream, version from heads where stream = any($1::text[]) order by stream for update)
      select stream, version, clock_timestamp() as now from locked
      union all select null, 0, clock_timestamp()`,
    values: [streams],
  })
  const heads = new Map(rows.flatMap(({ stream, version }) => (stream === null ? [] : [[stream, version] as const])))
  return { heads, now: rows.at(-1)?.now as Date }
}

async function storedAnswers<Answer>(tx: Transaction, batch: readonly { key?: string | undefined }[]) {
  const keys = batch.flatMap(({ key }) => (key === undefined ? [] : [key]))
  const stored = new Map<string, Stored<Answer>>()
  if (keys.length === 0) return stored
  const { rows } = await tx.query<{ key: string; body_hash: string; answer: Answer | Refused }>({
    name: 'stored-answers',
    text: 'select key, body_hash, answer from idempotency where key = any($1::text[])',
    values: [keys],
  })
  for (const { key, body_hash, answer } of rows) stored.set(key, { bodyHash: body_hash, answer })
  return stored
}

function storeAnswers(fresh: ReadonlyMap<string, { bodyHash: string; answer: unknown }>): Statement {
  const rows = [...fresh].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    name: 'store-answers',
    text: `insert into idempotency (key, body_hash, answer)
      select * from rows from (unnest($1::text[], $2::text[]), jsonb_array_elements($3::jsonb))`,
    values: [
      rows.map(([key]) => key),
      rows.map(([, row]) => row.bodyHash),
      JSON.stringify(rows.map(([, row]) => row.answer)),
    ],
  }
}

/** Lost a race for a version or a key, or was chosen to end a deadlock: decided again from what is stored now. */
function isRace(error: unknown): boolean {
  const { constraint, code } = error as { constraint?: string; code?: string }
  return isVersionTaken(error) || constraint === 'idempotency_pkey' || code === '40P01' || code === '40001'
}
