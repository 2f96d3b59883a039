import {
  type Booking,
  bookingFeed,
  type ExperienceTitle,
  type TravellerBookings,
} from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Pool } from '@fernweh/kit/server/database/database'

const BOOKING = `booking_id, traveller_id, session_id, experience_id, seats, starts_at, ends_at, zone, bookings.amount,
  bookings.currency, expires_at, status, visited, reference, offer`
const WITH_SESSION = 'join sessions using (session_id) left join offers using (experience_id)'

const MAX_BOOKINGS = 50

/** Newest first. A traveller who never held anything has version 0 and no bookings. */
export async function readTravellers(pool: Pool, travellerIds: string[]): Promise<Versioned<TravellerBookings>[]> {
  const { rows } = await pool.query<BookingRow & { wanted: string }>({
    name: 'read-travellers',
    text: `select wanted, coalesce(version, 0) as version, booking.* from unnest($1::text[]) as wanted
      left join feeds on feed = 'traveller.' || wanted
      left join lateral (
        select ${BOOKING} from bookings ${WITH_SESSION} where traveller_id = wanted
        order by expires_at desc, booking_id limit $2
      ) as booking on true order by wanted, expires_at desc, booking_id`,
    values: [travellerIds, MAX_BOOKINGS],
  })
  return [...new Set(travellerIds)].map((id) =>
    toTraveller(
      id,
      rows.filter(({ wanted }) => wanted === id),
    ),
  )
}

export interface BookingKey {
  travellerId: string
  bookingId: string
}

/** Those that are these travellers' own. Version 0 as long as nothing became of the hold. */
export async function readBookings(pool: Pool, keys: BookingKey[]): Promise<Versioned<Booking>[]> {
  const { rows } = await pool.query<BookingRow>({
    name: 'read-bookings',
    text: `select ${BOOKING}, coalesce(version, 0) as version
      from unnest($1::text[], $2::text[]) as wanted (traveller_id, booking_id)
      join bookings using (traveller_id, booking_id) ${WITH_SESSION}
      left join feeds on feed = 'booking.' || traveller_id || '__' || booking_id`,
    values: [keys.map(({ travellerId }) => travellerId), keys.map(({ bookingId }) => bookingId)],
  })
  return rows.map(toVersioned)
}

export async function sessionOfBooking(pool: Pool, { travellerId, bookingId }: BookingKey) {
  const { rows } = await pool.query<{ session_id: string }>({
    name: 'session-of-booking',
    text: 'select session_id from bookings where booking_id = $1 and traveller_id = $2',
    values: [bookingId, travellerId],
  })
  return rows[0]?.session_id
}

interface BookingRow {
  /** Null for a traveller without bookings, and the rest with it. */
  booking_id: string | null
  traveller_id: string
  session_id: string
  experience_id: string
  seats: number
  starts_at: Date
  ends_at: Date
  zone: string
  amount: number
  currency: string
  expires_at: Date
  status: Booking['status']
  visited: boolean
  reference: string | null
  offer: ExperienceTitle | null
  version: number
}

function toTraveller(travellerId: string, rows: BookingRow[]): Versioned<TravellerBookings> {
  const bookings = rows.flatMap((row) => (row.booking_id === null ? [] : [toBooking(row.booking_id, row)]))
  return { feed: `traveller.${travellerId}`, version: rows[0]?.version ?? 0, data: { travellerId, bookings } }
}

function toVersioned(row: BookingRow): Versioned<Booking> {
  const data = toBooking(row.booking_id as string, row)
  return { feed: bookingFeed(data.travellerId, data.bookingId), version: row.version, data }
}

function toBooking(bookingId: string, row: BookingRow): Booking {
  return {
    bookingId,
    travellerId: row.traveller_id,
    sessionId: row.session_id,
    experienceId: row.experience_id,
    seats: row.seats,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    zone: row.zone,
    price: { amount: row.amount, currency: row.currency },
    expiresAt: row.expires_at.toISOString(),
    status: row.status,
    visited: row.visited,
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.offer !== null && { offer: row.offer }),
  }
}
