import { randomUUID } from 'node:crypto'
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Pool, Statement, Transaction } from '../database/database.ts'

/** Why and by whom; goes with every event. */
export interface Meta {
  correlationId: string
  causationId?: string | undefined
  actor?: string | undefined
  traceparent?: string | undefined
}

/** An event on its way into the log. `version` is its place in the stream, from 1. */
export interface NewEvent {
  stream: string
  version: number
  type: string
  schemaVersion: number
  data: unknown
  meta: Meta
  /** When it happened, as CloudEvents' `time`; left out: now, by the database's clock. Only what is imported happened earlier. */
  at?: string | undefined
}

/** Somebody else wrote to the stream first: read it again and decide again. */
export class VersionConflict extends Error {
  override name = 'VersionConflict'
}

const APPEND = `
  with head as (
    insert into heads (stream, version)
    select stream, max(version) from unnest($2::text[], $3::int[]) as new (stream, version) group by stream order by stream
    on conflict (stream) do update set version = excluded.version
  )
  insert into events (at, id, stream, version, type, schema_version, data, meta)
  select coalesce(earlier, clock_timestamp()), id, stream, version, type, schema_version, data, meta
  from rows from (unnest($8::timestamptz[], $1::uuid[], $2::text[], $3::int[], $4::text[], $5::smallint[]),
    jsonb_array_elements($6::jsonb), jsonb_array_elements($7::jsonb))
    as new (earlier, id, stream, version, type, schema_version, data, meta)`

/** Appends events, each at the version it names; several streams may be mixed. */
export function appendStatement(events: readonly NewEvent[]): Statement {
  const column = <T>(pick: (event: NewEvent) => T) => events.map(pick)
  const values = [
    column(() => randomUUID()),
    column((event) => event.stream),
    column((event) => event.version),
    column((event) => event.type),
    column((event) => event.schemaVersion),
    // One JSON array each: as elements of a PostgreSQL array, every quote in them would be escaped once more.
    JSON.stringify(column((event) => event.data)),
    JSON.stringify(column((event) => event.meta)),
    column((event) => event.at ?? null),
  ]
  return { name: 'append', text: APPEND, values }
}

/** The unique (stream, version) of the log was hit: a race for the stream was lost. */
export const isVersionTaken = (error: unknown) =>
  (error as { constraint?: string }).constraint === 'events_stream_version_key'

/** Runs `appendStatement`; a lost race is a VersionConflict, which also ends the surrounding transaction. */
export async function append(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  try {
    await tx.query(appendStatement(events))
  } catch (error) {
    if (!isVersionTaken(error)) throw error
    throw new VersionConflict('a version of the stream is taken', { cause: error })
  }
}

interface EventRow {
  position: number
  id: string
  stream: string
  version: number
  type: string
  schema_version: number
  data: unknown
  meta: Meta
  at: Date
}

const COLUMNS = 'position, id, stream, version, type, schema_version, data, meta, at'

/** A stored event with its place in the owner's log. */
export interface StoredEvent {
  position: number
  event: Envelope
}

function toStoredEvent(row: EventRow): StoredEvent {
  const [, owner] = row.type.split('.')
  const { correlationId, causationId, actor, traceparent } = row.meta
  return {
    position: row.position,
    event: {
      specversion: '1.0',
      id: row.id,
      type: row.type,
      source: `/services/${owner}`,
      subject: row.stream,
      time: row.at.toISOString(),
      streamversion: row.version,
      schemaversion: row.schema_version,
      correlationid: correlationId,
      ...(causationId && { causationid: causationId }),
      ...(actor && { actor }),
      ...(traceparent && { traceparent }),
      data: row.data,
    },
  }
}

/** Events of the streams after the version given beside each, by stream and version; the first `limit` of them. */
export async function readStreams(
  db: Pool | Transaction,
  after: ReadonlyMap<string, number>,
  limit: number | null = null,
): Promise<Envelope[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-streams',
    text: `select ${COLUMNS} from unnest($1::text[], $2::int[]) as wanted (wanted_stream, after)
      join events on stream = wanted_stream and version > after order by stream, version limit $3`,
    values: [[...after.keys()], [...after.values()], limit],
  })
  return rows.map((row) => toStoredEvent(row).event)
}

/** The whole log in order of position, a page at a time. */
export async function readLog(db: Pool | Transaction, after: number, limit = 500): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-log',
    text: `select ${COLUMNS} from events where position > $1 order by position limit $2`,
    values: [after, limit],
  })
  return rows.map(toStoredEvent)
}

/** What the broker has not acknowledged yet. */
export async function readUnpublished(db: Pool | Transaction, limit: number): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-unpublished',
    text: `select ${COLUMNS} from events where not published order by position limit $1`,
    values: [limit],
  })
  return rows.map(toStoredEvent)
}
