import { randomUUID } from 'node:crypto'
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Pool, Statement, Transaction } from '../database/database.ts'

export interface Meta {
  correlationId: string
  causationId?: string | undefined
  actor?: string | undefined
  traceparent?: string | undefined
}

export function causedBy({ id, correlationid, traceparent }: Envelope): Meta {
  return { correlationId: correlationid, causationId: id, traceparent }
}

/** `version` is the event's place in the stream, from 1. */
export interface NewEvent {
  stream: string
  version: number
  type: string
  schemaVersion: number
  data: unknown
  meta: Meta
  /** CloudEvents' `time` of an imported event; left out for now, by the database's clock. */
  at?: string | undefined
}

/** Another writer appended to the stream first: read it again and decide again. */
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

export function appendStatement(events: readonly NewEvent[]): Statement {
  const column = <T>(pick: (event: NewEvent) => T) => events.map(pick)
  const values = [
    column(() => randomUUID()),
    column((event) => event.stream),
    column((event) => event.version),
    column((event) => event.type),
    column((event) => event.schemaVersion),
    // JSON arrays: as elements of a PostgreSQL array, every quote would be escaped once more.
    JSON.stringify(column((event) => event.data)),
    JSON.stringify(column((event) => event.meta)),
    column((event) => event.at ?? null),
  ]
  return { name: 'append', text: APPEND, values }
}

export const isVersionTaken = (error: unknown) =>
  (error as { constraint?: string }).constraint === 'events_stream_version_key'

/** Locks the head rows in sorted order, so that two writers cannot wait for each other in a circle. */
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

/** Throws VersionConflict for a lost race, which also ends the surrounding transaction. */
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

/** Events after the given version of each stream, by stream and version; at most `limit`. */
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

export async function readLog(db: Pool | Transaction, after: number, limit = 500): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-log',
    text: `select ${COLUMNS} from events where position > $1 order by position limit $2`,
    values: [after, limit],
  })
  return rows.map(toStoredEvent)
}

export async function readUnpublished(db: Pool | Transaction, limit: number): Promise<StoredEvent[]> {
  const { rows } = await db.query<EventRow>({
    name: 'read-unpublished',
    text: `select ${COLUMNS} from events where not published order by position limit $1`,
    values: [limit],
  })
  return rows.map(toStoredEvent)
}
