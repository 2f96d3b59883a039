/** The version reached on each stream, stored with the effects: it reveals duplicates and gaps. */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { type Pool, type Transaction, transaction } from '../database/database.ts'
import { toStorableJson } from '../database/storable-json.ts'
import type { Broker } from './broker.ts'
import { fetchOwnerLog } from './log-server.ts'

export type ConsumerOptions = Reading & (HandlesEach | HandlesTogether)

interface Reading {
  pool: Pool
  broker: Broker
  /** `<reader>-<purpose>`, also the durable's name on the broker. */
  name: string
  owner: string
  /** The whole noun is consumed, so a missing version was lost, not filtered. */
  noun: string
  afterCommit?(events: readonly Envelope[]): void
  log: Logger
  metrics?: Registry | undefined
}

interface HandlesEach {
  /** Runs in the transaction that records the version. An error parks the stream. */
  handle(tx: Transaction, event: Envelope): Promise<void>
}

interface HandlesTogether {
  /** In the order of their streams; after an error each event is handled alone. */
  handleAll(tx: Transaction, events: readonly Envelope[]): Promise<void>
}

/** Handles the new ones of the events, all or none; events of parked streams are parked too. */
export async function handleBatch(options: ConsumerOptions, events: readonly Envelope[]): Promise<void> {
  const { pool, name, afterCommit } = options
  const handled = await transaction(pool, async (tx) => {
    const reached = await lockVersions(tx, name, events)
    const parked = await parkedStreams(tx, name, [...reached.keys()])
    const fresh: Envelope[] = []
    for (const event of events) {
      if (parked.has(event.subject)) await park(tx, name, event, 'the stream is parked')
      else fresh.push(...(await newBefore(options, reached, event)))
    }
    await effect(options, tx, fresh)
    await advance(tx, name, reached)
    return fresh
  })
  if (handled.length > 0) afterCommit?.(handled)
}

async function effect(options: ConsumerOptions, tx: Transaction, events: readonly Envelope[]): Promise<void> {
  if (events.length === 0) return
  if ('handleAll' in options) return options.handleAll(tx, events)
  for (const event of events) await options.handle(tx, event)
}

/** The event, preceded by those its stream misses; empty when its version is known. */
async function newBefore(options: ConsumerOptions, reached: Map<string, number>, event: Envelope) {
  const { broker, owner } = options
  const fresh: Envelope[] = []
  const next = () => (reached.get(event.subject) ?? 0) + 1
  while (event.streamversion > next()) {
    const missing = await fetchOwnerLog(broker, owner, { stream: event.subject, after: next() - 1 })
    if (missing.length === 0) throw new GapNotFilled(`${owner} does not have ${event.subject} version ${next()}`)
    for (const earlier of missing) {
      if (earlier.streamversion !== next() || earlier.streamversion >= event.streamversion) continue
      reached.set(event.subject, earlier.streamversion)
      fresh.push(earlier)
    }
  }
  if (event.streamversion < next()) return fresh
  reached.set(event.subject, event.streamversion)
  return [...fresh, event]
}

export class GapNotFilled extends Error {
  override name = 'GapNotFilled'
}

/** Several workers of one durable take turns per stream. */
async function lockVersions(tx: Transaction, name: string, events: readonly Envelope[]): Promise<Map<string, number>> {
  const streams = [...new Set(events.map((event) => event.subject))].sort()
  const { rows } = await tx.query<{ stream: string; version: number }>({
    name: 'lock-consumed',
    text: `insert into consumed (consumer, stream, version) select $1, stream, 0 from unnest($2::text[]) as new (stream)
      on conflict (consumer, stream) do update set version = consumed.version returning stream, version`,
    values: [name, streams],
  })
  return new Map(rows.map(({ stream, version }) => [stream, version]))
}

async function advance(tx: Transaction, name: string, reached: ReadonlyMap<string, number>): Promise<void> {
  await tx.query({
    name: 'advance-consumed',
    text: `update consumed set version = new.version from unnest($2::text[], $3::int[]) as new (stream, version)
      where consumer = $1 and consumed.stream = new.stream and consumed.version < new.version`,
    values: [name, [...reached.keys()], [...reached.values()]],
  })
}

async function parkedStreams(tx: Transaction, name: string, streams: string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ stream: string }>({
    name: 'parked-streams',
    text: 'select distinct stream from parked where consumer = $1 and stream = any($2::text[])',
    values: [name, streams],
  })
  return new Set(rows.map(({ stream }) => stream))
}

export async function park(tx: Transaction, name: string, event: Envelope, cause: string): Promise<void> {
  await tx.query(
    `insert into parked (consumer, stream, version, event, cause) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [name, event.subject, event.streamversion, toStorableJson(event), cause.replaceAll('\0', ' ')],
  )
}

export async function replayParked(options: ConsumerOptions): Promise<number> {
  const { pool, name, log } = options
  const { rows } = await pool.query<{ stream: string; event: Envelope }>(
    'select stream, event from parked where consumer = $1 order by stream, version',
    [name],
  )
  const failed = new Set<string>()
  for (const { stream, event } of rows) {
    if (failed.has(stream)) continue
    try {
      const handled = await transaction(pool, async (tx) => {
        const reached = await lockVersions(tx, name, [event])
        const fresh = await newBefore(options, reached, event)
        await effect(options, tx, fresh)
        await advance(tx, name, reached)
        await tx.query('delete from parked where consumer = $1 and stream = $2 and version = $3', [
          name,
          stream,
          event.streamversion,
        ])
        return fresh
      })
      if (handled.length > 0) options.afterCommit?.(handled)
    } catch (error) {
      failed.add(stream)
      log.error({ consumer: name, stream, err: error }, 'still parked')
    }
  }
  const left = await pool.query<{ n: number }>('select count(*) as n from parked where consumer = $1', [name])
  return left.rows[0]?.n ?? 0
}
