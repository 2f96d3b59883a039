import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Pool } from '@fernweh/kit/server/database/database'

const SESSION = `select session_id, experience_id, starts_at, zone, capacity, amount, currency,
  capacity - held - confirmed as seats_left, version from sessions join feeds on feed = 'session.' || session_id`

/** Two months of several a day. */
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

export async function readCity(pool: Pool, experienceId: string): Promise<string | null> {
  const text = 'select city from experiences where experience_id = $1'
  const { rows } = await pool.query<{ city: string | null }>({ name: 'read-city', text, values: [experienceId] })
  return rows[0]?.city ?? null
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
      capacity: row.capacity,
      seatsLeft: row.seats_left,
      price: { amount: row.amount, currency: row.currency },
    },
  }
}
