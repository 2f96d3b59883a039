/** The views' own statements: one for each table, whatever the number of rows. */
import type { Statement } from '@fernweh/kit/server/database/database'
import type { BookingRow, SessionRow } from './rows.ts'

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

/** Of what is held for the first time: the bulk, and shorter than what may become of it. */
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

/** One array per column, for unnest. */
function columns<Row extends object>(rows: readonly Row[], ...names: (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]))
}
