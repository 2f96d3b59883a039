import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { toLocalTime } from '@fernweh/contracts/zones'
import type { Pool, Statement } from '@fernweh/kit/server/database/database'
import type { Session } from '../domain/session.ts'
import { columns } from './columns.ts'

const SESSION = `select session_id, experience_id, starts_at, zone, capacity, amount, currency,
  capacity - held - confirmed as seats_left, version from sessions join feeds on feed = 'session.' || session_id`

/** Two months of several sessions a day. */
const MAX_SESSIONS = 400

/** Sessions of an experience that have not started by the database's clock, soonest first. */
export async function readUpcoming(pool: Pool, experienceId: string): Promise<Versioned<SessionSeats>[]> {
  const { rows } = await pool.query<SeatsRow>({
    name: 'read-upcoming',
    text: `${SESSION} where experience_id = $1 and starts_at > clock_timestamp() order by starts_at, session_id limit $2`,
    values: [experienceId, MAX_SESSIONS],
  })
  return rows.map(toSeats)
}

export async function readSessions(pool: Pool, sessionIds: string[]): Promise<Versioned<SessionSeats>[]> {
  const text = `${SESSION} where session_id = any($1::text[])`
  const { rows } = await pool.query<SeatsRow>({ name: 'read-sessions', text, values: [sessionIds] })
  return rows.map(toSeats)
}

interface SeatsRow {
  session_id: string
  experience_id: string
  starts_at: Date
  zone: string
  capacity: number
  amount: number
  currency: string
  seats_left: number
  version: number
}

function toSeats(row: SeatsRow): Versioned<SessionSeats> {
  return {
    feed: `session.${row.session_id}`,
    version: row.version,
    data: {
      sessionId: row.session_id,
      experienceId: row.experience_id,
      startsAt: row.starts_at.toISOString(),
      zone: row.zone,
      local: toLocalTime(row.starts_at.toISOString(), row.zone),
      capacity: row.capacity,
      seatsLeft: row.seats_left,
      price: { amount: row.amount, currency: row.currency },
    },
  }
}

export type SessionRow = ReturnType<typeof toSessionRow>

/** The row as the domain's state makes it; the audit rebuilds the view by the same function. */
export function toSessionRow(session: Session) {
  return {
    session_id: session.sessionId,
    experience_id: session.experienceId,
    starts_at: session.startsAt,
    ends_at: session.endsAt,
    zone: session.zone,
    capacity: session.capacity,
    amount: session.price.amount,
    currency: session.price.currency,
    held: session.held,
    confirmed: session.confirmed,
  }
}

export function upsertSessions(rows: readonly SessionRow[]): Statement {
  return {
    name: 'upsert-sessions',
    text: `insert into sessions
        (session_id, experience_id, starts_at, ends_at, zone, capacity, amount, currency, held, confirmed)
      select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::int[],
        $7::int[], $8::text[], $9::int[], $10::int[])
      on conflict (session_id) do update set held = excluded.held, confirmed = excluded.confirmed`,
    values: columns(
      rows,
      'session_id',
      'experience_id',
      'starts_at',
      'ends_at',
      'zone',
      'capacity',
      'amount',
      'currency',
      'held',
      'confirmed',
    ),
  }
}
