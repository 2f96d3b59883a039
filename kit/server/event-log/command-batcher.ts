/**
 * Group commit: commands that arrive while a transaction is in flight are decided together in the next one, without a timer.
 * One batcher per stream is fast; several are safe, since the head row is locked and versions are unique.
 */
import { hash } from 'node:crypto'
import type { Refused } from '@fernweh/contracts/api/operation'
import { LRUCache } from 'lru-cache'
import type { Registry } from 'prom-client'
import { type Pool, type Statement, type Transaction, transactionWith } from '../database/database.ts'
import { isTransient } from '../database/faults.ts'
import { createDrain } from '../process/drain.ts'
import { cacheCounter, histogram } from '../process/metrics.ts'
import { withSpan } from '../process/telemetry.ts'
import {
  type AppendedStream,
  type DecidedEvent,
  type Decider,
  decideEach,
  loadStreams,
  type Snapshot,
} from './decide-all.ts'
import { isVersionTaken, type Meta } from './event-log.ts'

export class IdempotencyKeyReused extends Error {
  override name = 'IdempotencyKeyReused'
  constructor() {
    super('the idempotency key was used for another request')
  }
}

export interface CommandContext {
  /** Idempotency key; the same key gives the stored answer, also a refusal. Absent for timers and consumers. */
  key?: string | undefined
  meta: Meta
}

export interface CommandBatcher<Command, Answer> {
  execute(command: Command, context: CommandContext): Promise<Answer | Refused>
  idle(): Promise<void>
}

interface QueuedCommand<Command, Answer> extends CommandContext {
  command: Command
  bodyHash: string
  resolve(answer: Answer | Refused): void
  reject(error: unknown): void
}

interface StoredAnswer<Answer> {
  bodyHash: string
  answer: Answer | Refused
}

const MAX_PER_BATCH = 256
const MAX_SNAPSHOTS = 20_000
const MAX_TRIES = 3

export function createCommandBatcher<Command, State, Event extends DecidedEvent, Answer>({
  pool,
  decider,
  afterCommit,
  metrics,
}: {
  pool: Pool
  decider: Decider<Command, State, Event, Answer>
  /** Called once per committed batch, e.g. to wake the relay and to publish feeds. */
  afterCommit(appended: readonly AppendedStream<State, Event>[]): void
  metrics?: Registry | undefined
}): CommandBatcher<Command, Answer> {
  type Queued = QueuedCommand<Command, Answer>
  const snapshots = new LRUCache<string, Snapshot<State>>({ max: MAX_SNAPSHOTS })
  let queue: Queued[] = []
  const drain = createDrain(() => queue.length > 0, flushNext)
  const measure = measureBatches(metrics)

  function execute(command: Command, context: CommandContext): Promise<Answer | Refused> {
    return new Promise((resolve, reject) => {
      const bodyHash = hash('sha256', JSON.stringify(command), 'base64url')
      queue.push({ ...context, command, bodyHash, resolve, reject })
      drain.start()
    })
  }

  async function flushNext(): Promise<void> {
    const batch = queue.slice(0, MAX_PER_BATCH)
    queue = queue.slice(MAX_PER_BATCH)
    measure.size(batch.length)
    const attributes = { 'fernweh.commands': batch.length }
    await withSpan('decide commands', () => flush(batch), { attributes })
  }

  async function flush(batch: Queued[], tries = MAX_TRIES): Promise<void> {
    try {
      const { answers, appended } = await transactionWith(pool, (tx) => decideBatch(tx, batch))
      for (const { stream, version, state } of appended) snapshots.set(stream, { version, state })
      batch.forEach(({ resolve, reject }, i) => {
        const answer = answers[i]
        if (answer instanceof Error) reject(answer)
        else resolve(answer as Answer | Refused)
      })
      if (appended.length > 0) afterCommit(appended)
    } catch (error) {
      // A COMMIT whose answer was lost may have happened: no snapshot can be trusted.
      for (const { command } of batch) snapshots.delete(decider.streamOf(command))
      if (isRace(error) && tries > 1) return flush(batch, tries - 1)
      // A command that cannot be decided or stored fails alone, without those that shared its batch.
      if (batch.length > 1 && !isTransient(error)) for (const queued of batch) await flush([queued])
      else for (const queued of batch) queued.reject(error)
    }
  }

  async function decideBatch(tx: Transaction, batch: Queued[]) {
    const snapshotOf = (stream: string) => {
      const snapshot = snapshots.get(stream)
      measure.lookup(snapshot !== undefined)
      return snapshot
    }
    const [{ streams, now }, stored] = await Promise.all([
      loadStreams(tx, decider, batch, snapshotOf),
      readAnswers<Answer>(tx, batch),
    ])
    const fresh = firstOfEachKey(batch.filter(({ key }) => key === undefined || !stored.has(key)))
    const { answers, appended, statements } = decideEach(decider, streams, fresh, now)
    for (const { stream, version, state, events } of streams.values())
      if (events.length === 0 && version > 0) snapshots.set(stream, { version, state })

    const answerTo = new Map(fresh.map((queued, i) => [queued, answers[i] as Answer | Refused]))
    const answered = new Map<string, StoredAnswer<Answer>>()
    for (const [{ key, bodyHash }, answer] of answerTo) if (key !== undefined) answered.set(key, { bodyHash, answer })
    if (answered.size > 0) statements.push(storeAnswers(answered))
    return { answers: batch.map(toAnswer), appended, statements }

    function toAnswer(queued: Queued): Answer | Refused | Error {
      if (queued.key === undefined) return answerTo.get(queued) as Answer | Refused
      const known = (stored.get(queued.key) ?? answered.get(queued.key)) as StoredAnswer<Answer>
      return known.bodyHash === queued.bodyHash ? known.answer : new IdempotencyKeyReused()
    }
  }

  return { execute, idle: () => drain.idle() }
}

function measureBatches(metrics: Registry | undefined) {
  const sizes = histogram(metrics, {
    name: 'fernweh_command_batch_size',
    help: 'Commands decided in one transaction',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, MAX_PER_BATCH],
  })
  return { size: (commands: number) => sizes.observe(commands), lookup: cacheCounter(metrics, 'stream-snapshots') }
}

function firstOfEachKey<Keyed extends { key?: string | undefined }>(batch: readonly Keyed[]): Keyed[] {
  const seen = new Set<string>()
  return batch.filter(({ key }) => {
    if (key === undefined) return true
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
}

async function readAnswers<Answer>(tx: Transaction, batch: readonly { key?: string | undefined }[]) {
  const keys = batch.flatMap(({ key }) => (key === undefined ? [] : [key]))
  const stored = new Map<string, StoredAnswer<Answer>>()
  if (keys.length === 0) return stored
  const { rows } = await tx.query<{ key: string; body_hash: string; answer: Answer | Refused }>({
    name: 'stored-answers',
    text: 'select key, body_hash, answer from idempotency where key = any($1::text[])',
    values: [keys],
  })
  for (const { key, body_hash, answer } of rows) stored.set(key, { bodyHash: body_hash, answer })
  return stored
}

function storeAnswers(answered: ReadonlyMap<string, { bodyHash: string; answer: unknown }>): Statement {
  const rows = [...answered].sort(([a], [b]) => (a < b ? -1 : 1))
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
