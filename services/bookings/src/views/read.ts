/** Read answers of the views. A feed's push, its head and the read over HTTP all come from here. */
import type { Hold, SessionSeats, TravellerHolds } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Pool } from '@fernweh/kit/server/database'
import type { ReadFeeds } from '@fernweh/kit/server/feeds'
import type { Views } from '../app.ts'

const SESSION = `select session_id, experience_id, starts_at, zone, capacity, amount, currency,
  capacity - held - confirmed as seats_left, version from sessions join feeds on feed = 'session.' || session_id`

const MOST_SESSIONS = 60
const MOST_HOLDS = 50

/** Sessions of an experience that have not started by the database's clock, soonest first. */
async function readUpcoming(pool: Pool, experienceId: string): Promise<Versioned<SessionSeats>[]> {
  const { rows } = await pool.query<SeatsRow>({
    name: 'read-upcoming',
    text: `${SESSION} where experience_id = $1 and starts_at > clock_timestamp() order by starts_at, session_id limit $2`,
    values: [experienceId, MOST_SESSIONS],
  })
  return rows.map(toSeats)
}

async function readSessions(pool: Pool, sessionIds: string[]): Promise<Versioned<SessionSeats>[]> {
  const text = `${SESSION} where session_id = any($1::text[])`
  const { rows } = await pool.query<SeatsRow>({ name: 'read-sessions', text, values: [sessionIds] })
  return rows.map(toSeats)
}

/** Newest first. A traveller who never held anything has version 0 and no holds. */
async function readTravellers(pool: Pool, travellerIds: string[]): Promise<Versioned<TravellerHolds>[]> {
  const { rows } = await pool.query<HeldRow>({
    name: 'read-travellers',
    text: `select wanted.traveller_id, coalesce(version, 0) as version, hold.*
      from unnest($1::text[]) as wanted (traveller_id)
      left join feeds on feed = 'traveller.' || wanted.traveller_id
      left join lateral (
        select hold_id, session_id, experience_id, seats, starts_at, zone, holds.amount, holds.currency, expires_at, status,
          title
        from holds join sessions using (session_id) left join experiences using (experience_id) where holds.traveller_id = wanted.traveller_id
        order by expires_at desc, hold_id limit $2
      ) as hold on true order by wanted.traveller_id, expires_at desc, hold_id`,
    values: [travellerIds, MOST_HOLDS],
  })
  return [...new Set(travellerIds)].map((id) =>
    toTraveller(
      id,
      rows.filter((row) => row.traveller_id === id),
    ),
  )
}

async function sessionOfHold(pool: Pool, holdId: string, travellerId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ session_id: string }>({
    name: 'session-of-hold',
    text: 'select session_id from holds where hold_id = $1 and traveller_id = $2',
    values: [holdId, travellerId],
  })
  return rows[0]?.session_id
}

export function createViews(pool: Pool): Views {
  return {
    upcoming: (experienceId) => readUpcoming(pool, experienceId),
    holdsOf: async (travellerId) => (await readTravellers(pool, [travellerId]))[0] as Versioned<TravellerHolds>,
    sessionOfHold: (holdId, travellerId) => sessionOfHold(pool, holdId, travellerId),
  }
}

export function createReadFeeds(pool: Pool): ReadFeeds {
  return async (feeds) => {
    const idsOf = (noun: string) =>
      feeds.flatMap((feed) => (feed.startsWith(`${noun}.`) ? [feed.slice(noun.length + 1)] : []))
    const [sessions, travellers] = [idsOf('session'), idsOf('traveller')]
    return [
      ...(sessions.length > 0 ? await readSessions(pool, sessions) : []),
      ...(travellers.length > 0 ? await readTravellers(pool, travellers) : []),
    ]
  }
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

interface HeldRow extends Omit<SeatsRow, 'capacity' | 'seats_left'> {
  traveller_id: string
  /** Null for a traveller without holds, and the rest with it. */
  hold_id: string | null
  seats: number
  expires_at: Date
  status: Hold['status']
  title: string | null
}

function toTraveller(travellerId: string, rows: HeldRow[]): Versioned<TravellerHolds> {
  const holds = rows.flatMap((row) => (row.hold_id === null ? [] : [toHold({ ...row, hold_id: row.hold_id })]))
  return { feed: `traveller.${travellerId}`, version: rows[0]?.version ?? 0, data: { travellerId, holds } }
}

function toHold(row: HeldRow & { hold_id: string }): Hold {
  return {
    holdId: row.hold_id,
    sessionId: row.session_id,
    experienceId: row.experience_id,
    seats: row.seats,
    startsAt: row.starts_at.toISOString(),
    zone: row.zone,
    price: { amount: row.amount, currency: row.currency },
    expiresAt: row.expires_at.toISOString(),
    status: row.status,
    ...(row.title !== null && { title: row.title }),
  }
}
