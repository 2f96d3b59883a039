import { bookingsEvents } from '@fernweh/contracts/events/bookings'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import {
  type AuditCheck,
  checkDelivery,
  inSnapshot,
  readWholeLog,
  viewEqualsRebuild,
} from '@fernweh/kit/server/event-log/audit'
import { allBookings } from './domain/booking-map.ts'
import { evolve, type Session, type SessionState } from './domain/session.ts'
import { type BookingRow, toBookingRow } from './views/bookings.ts'
import { type SessionRow, toSessionRow } from './views/sessions.ts'

/** A timer whose process died is fired by another instance after ten seconds. */
const MAX_DELAY_SECONDS = 15

export async function auditBookings(pool: Pool): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => [
    ...(await seatChecks(tx)),
    ...(await bookingChecks(tx)),
    ...(await rebuildChecks(tx)),
  ])
  return [...checks, ...(await checkDelivery(pool))]
}

async function seatChecks(tx: Transaction): Promise<AuditCheck[]> {
  const { rows } = await tx.query<{ sessions: number; oversold: number; unequal: number }>(
    `with seats as (
      select session_id, sum(seats) filter (where status = 'held') as held,
        sum(seats) filter (where status = 'confirmed') as confirmed
      from bookings group by session_id
    )
    select count(*) as sessions,
      count(*) filter (where sessions.held + sessions.confirmed > capacity) as oversold,
      count(*) filter (where sessions.held <> coalesce(seats.held, 0)
        or sessions.confirmed <> coalesce(seats.confirmed, 0)) as unequal
    from sessions left join seats using (session_id)`,
  )
  const { sessions = 0, oversold = 0, unequal = 0 } = rows[0] ?? {}
  return [
    { name: 'no session is oversold', ok: oversold === 0, detail: `${oversold} of ${sessions} sessions` },
    {
      name: 'seats held and confirmed are the seats of the bookings',
      ok: unequal === 0,
      detail: `${unequal} of ${sessions} sessions differ`,
    },
  ]
}

async function bookingChecks(tx: Transaction): Promise<AuditCheck[]> {
  const { rows } = await tx.query<{ overdue: number; lingering: number; confirmed: number; doubled: number }>(
    `select
      count(*) filter (where status = 'held' and expires_at < clock_timestamp() - $1::interval) as overdue,
      count(*) filter (where status = 'confirmed' and not visited and ends_at < clock_timestamp() - $1::interval) as lingering,
      count(*) filter (where status in ('confirmed', 'cancelled')) as confirmed,
      count(*) filter (where status in ('confirmed', 'cancelled')) - count(distinct reference) as doubled
    from bookings join sessions using (session_id)`,
    [`${MAX_DELAY_SECONDS} s`],
  )
  const { overdue = 0, lingering = 0, confirmed = 0, doubled = 0 } = rows[0] ?? {}
  return [
    { name: `every hold ends within ${MAX_DELAY_SECONDS} s`, ok: overdue === 0, detail: `${overdue} overdue` },
    { name: `every visit ends within ${MAX_DELAY_SECONDS} s`, ok: lingering === 0, detail: `${lingering} overdue` },
    {
      name: 'every booking has a reference of its own',
      ok: doubled === 0,
      detail: `${doubled} of ${confirmed} have none or share one`,
    },
  ]
}

async function rebuildChecks(tx: Transaction): Promise<AuditCheck[]> {
  const rebuilt = await foldLog(tx)
  const bookings = rebuilt.flatMap((session) => allBookings(session.bookings).map((one) => toBookingRow(session, one)))
  return [
    viewEqualsRebuild('sessions', await readSessionRows(tx), rebuilt.map(toSessionRow)),
    viewEqualsRebuild('bookings', await readBookingRows(tx), bookings),
  ]
}

async function foldLog(tx: Transaction): Promise<Session[]> {
  const states = new Map<string, SessionState>()
  for await (const envelope of readWholeLog(tx)) {
    states.set(envelope.subject, evolve(states.get(envelope.subject) ?? null, readEvent(bookingsEvents, envelope)))
  }
  return [...states.values()].flatMap((session) => session ?? [])
}

async function readSessionRows(tx: Transaction): Promise<SessionRow[]> {
  const { rows } = await tx.query<Omit<SessionRow, 'starts_at' | 'ends_at'> & { starts_at: Date; ends_at: Date }>(
    `select session_id, experience_id, starts_at, ends_at, zone, capacity, amount, currency, held, confirmed
    from sessions`,
  )
  return rows.map((row) => ({
    ...row,
    starts_at: row.starts_at.toISOString(),
    ends_at: row.ends_at.toISOString(),
  }))
}

async function readBookingRows(tx: Transaction): Promise<BookingRow[]> {
  const { rows } = await tx.query<Omit<BookingRow, 'expires_at'> & { expires_at: Date }>(
    `select booking_id, session_id, traveller_id, seats, amount, currency, expires_at, status, visited, reference,
      payment_id from bookings`,
  )
  return rows.map((row) => ({ ...row, expires_at: row.expires_at.toISOString() }))
}
