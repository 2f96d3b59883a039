import {
  type Booking,
  bookingFeed,
  type ExperienceTitle,
  type TravellerBookings,
} from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { toLocalTime } from '@fernweh/contracts/zones'
import type { Pool, Statement } from '@fernweh/kit/server/database/database'
import type { BookingState } from '../domain/booking-map.ts'
import type { Session } from '../domain/session.ts'
import { columns } from './columns.ts'
import { withCityNames } from './experiences.ts'

const BOOKING = `booking_id, traveller_id, session_id, experience_id, seats, starts_at, ends_at, zone, bookings.amount,
  bookings.currency, expires_at, status, visited, reference, offer`
const WITH_SESSION = 'join sessions using (session_id) left join offers using (experience_id)'

/** Held, or confirmed and ahead. */
const STANDS = `(status = 'held' or status = 'confirmed' and not visited)`
const LATEST_FIRST = 'order by starts_at desc, booking_id desc'
const MAX_STANDING = 200
const MAX_PAST = 50

export async function readTraveller(pool: Pool, travellerId: string): Promise<Versioned<TravellerBookings>> {
  return (await readTravellers(pool, [travellerId]))[0] as Versioned<TravellerBookings>
}

/** Undefined when the booking is another traveller's. */
export async function readBooking(pool: Pool, key: BookingKey): Promise<Versioned<Booking> | undefined> {
  return (await readBookings(pool, [key]))[0]
}

/** A traveller without any hold has version 0 and no bookings. */
export async function readTravellers(pool: Pool, travellerIds: string[]): Promise<Versioned<TravellerBookings>[]> {
  const { rows } = await pool.query<StoredBooking & { wanted: string; stands: boolean | null }>({
    name: 'read-travellers',
    text: `select wanted, coalesce(version, 0) as version, booking.* from unnest($1::text[]) as wanted
      left join feeds on feed = 'traveller.' || wanted
      left join lateral (
        (select ${BOOKING}, true as stands from bookings ${WITH_SESSION} where traveller_id = wanted and ${STANDS}
          order by starts_at, booking_id limit $2)
        union all
        (select ${BOOKING}, false from bookings ${WITH_SESSION} where traveller_id = wanted and not ${STANDS}
          ${LATEST_FIRST} limit $3)
      ) as booking on true order by wanted, stands desc, starts_at desc, booking_id desc`,
    // One more than are shown tells whether there are earlier ones.
    values: [travellerIds, MAX_STANDING, MAX_PAST + 1],
  })
  return [...new Set(travellerIds)].map((id) =>
    toTraveller(
      id,
      rows.filter(({ wanted }) => wanted === id),
    ),
  )
}

/** Past and cancelled bookings before one of the traveller's bookings, latest first. */
export async function readEarlier(pool: Pool, { travellerId, bookingId }: BookingKey) {
  const { rows } = await pool.query<StoredBooking>({
    name: 'read-earlier',
    text: `select ${BOOKING} from bookings ${WITH_SESSION} where traveller_id = $1 and not ${STANDS} and (starts_at, booking_id) < (
        select starts_at, booking_id from bookings join sessions using (session_id) where traveller_id = $1 and booking_id = $2)
      ${LATEST_FIRST} limit $3`,
    values: [travellerId, bookingId, MAX_PAST + 1],
  })
  return toPage(rows)
}

export interface BookingKey {
  travellerId: string
  bookingId: string
}

/** Bookings of other travellers are left out. Version 0 until something happens to the hold. */
export async function readBookings(pool: Pool, keys: BookingKey[]): Promise<Versioned<Booking>[]> {
  const { rows } = await pool.query<StoredBooking>({
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

interface StoredBooking {
  /** Null, like all other columns, for a traveller without bookings. */
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

function toTraveller(
  travellerId: string,
  rows: (StoredBooking & { stands: boolean | null })[],
): Versioned<TravellerBookings> {
  const known = rows.filter(({ booking_id }) => booking_id !== null)
  const standing = known.filter(({ stands }) => stands).map(toBooking)
  const { bookings: past, earlier } = toPage(known.filter(({ stands }) => !stands))
  const data = { travellerId, bookings: [...standing, ...past], earlier }
  return { feed: `traveller.${travellerId}`, version: rows[0]?.version ?? 0, data }
}

/** `earlier` is the last booking of the page when more rows were read than it holds. */
function toPage(rows: StoredBooking[]): { bookings: Booking[]; earlier: string | null } {
  const bookings = rows.slice(0, MAX_PAST).map(toBooking)
  return { bookings, earlier: rows.length > MAX_PAST ? (bookings.at(-1)?.bookingId ?? null) : null }
}

function toVersioned(row: StoredBooking): Versioned<Booking> {
  const data = toBooking(row)
  return { feed: bookingFeed(data.travellerId, data.bookingId), version: row.version, data }
}

function toBooking(row: StoredBooking): Booking {
  return {
    bookingId: row.booking_id as string,
    travellerId: row.traveller_id,
    sessionId: row.session_id,
    experienceId: row.experience_id,
    seats: row.seats,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    zone: row.zone,
    local: toLocalTime(row.starts_at.toISOString(), row.zone),
    price: { amount: row.amount, currency: row.currency },
    expiresAt: row.expires_at.toISOString(),
    status: row.status,
    visited: row.visited,
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.offer !== null && { offer: withCityNames(row.offer) }),
  }
}

export type BookingRow = ReturnType<typeof toBookingRow>

/** The row as the domain's state makes it; the audit rebuilds the view by the same function. */
export function toBookingRow({ sessionId }: Session, booking: BookingState) {
  return {
    booking_id: booking.bookingId,
    session_id: sessionId,
    traveller_id: booking.travellerId,
    seats: booking.seats,
    amount: booking.price.amount,
    currency: booking.price.currency,
    expires_at: booking.expiresAt,
    status: booking.status,
    visited: booking.visited,
    reference: booking.reference ?? null,
    payment_id: booking.paymentId ?? null,
  }
}

const HOLD = [
  'booking_id',
  'session_id',
  'traveller_id',
  'seats',
  'amount',
  'currency',
  'expires_at',
  'status',
] as const

/** New holds are most of all writes, so they have a shorter statement of their own. */
export function insertHolds(rows: readonly BookingRow[]): Statement {
  return {
    name: 'insert-holds',
    text: `insert into bookings (booking_id, session_id, traveller_id, seats, amount, currency, expires_at, status)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::text[])`,
    values: columns(rows, ...HOLD),
  }
}

export function upsertBookings(rows: readonly BookingRow[]): Statement {
  return {
    name: 'upsert-bookings',
    text: `insert into bookings (booking_id, session_id, traveller_id, seats, amount, currency, expires_at, status,
        visited, reference, payment_id)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::text[],
        $9::boolean[], $10::text[], $11::text[])
      on conflict (booking_id) do update set status = excluded.status, visited = excluded.visited,
        reference = excluded.reference, payment_id = excluded.payment_id`,
    values: columns(rows, ...HOLD, 'visited', 'reference', 'payment_id'),
  }
}
