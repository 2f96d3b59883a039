/** Holds, sessions and titles from the events of bookings and catalog, as far as paying depends on them. */
import type { bookingsEvents } from '@fernweh/contracts/events/bookings'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Money } from '@fernweh/contracts/money'
import type { Pool, Statement, Transaction } from '@fernweh/kit/server/database/database'

/** `released` and `expired` seats may still become `confirmed`, if they are paid for and free. */
export type HoldStatus = 'held' | 'released' | 'expired' | 'confirmed' | 'refused' | 'cancelled'

export interface Hold {
  bookingId: string
  sessionId: string
  experienceId: string
  travellerId: string
  seats: number
  /** For one seat. */
  price: Money
  expiresAt: string
  status: HoldStatus
  title: string | null
}

type BookingsEvent = EventOf<(typeof bookingsEvents)[number]>
type Held = Extract<BookingsEvent, { type: 'fernweh.bookings.seats-held' }>['data']

export const insertSessions = (sessions: readonly { sessionId: string; experienceId: string }[]): Statement => ({
  name: 'open-sessions',
  text: `insert into sessions (session_id, experience_id) select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
  values: [sessions.map(({ sessionId }) => sessionId), sessions.map(({ experienceId }) => experienceId)],
})

/** Delivered again, the event leaves the hold as it has become. */
export const addHold = ({ holdId, sessionId, travellerId, seats, price, expiresAt }: Held): Statement => ({
  name: 'add-hold',
  text: `insert into holds (booking_id, session_id, traveller_id, seats, amount, currency, expires_at, status)
    values ($1, $2, $3, $4, $5, $6, $7, 'held') on conflict do nothing`,
  values: [holdId, sessionId, travellerId, seats, price.amount, price.currency, expiresAt],
})

/** Changes the status only from one of `from`, so that an event delivered again undoes nothing. */
export const updateHold = (bookingId: string, from: readonly HoldStatus[], to: HoldStatus): Statement => ({
  name: 'move-hold',
  text: 'update holds set status = $3 where booking_id = $1 and status = any($2::text[])',
  values: [bookingId, from, to],
})

export const upsertTitle = (experienceId: string, title: string): Statement => ({
  name: 'call-experience',
  text: `insert into experiences (experience_id, title) values ($1, $2)
    on conflict (experience_id) do update set title = excluded.title`,
  values: [experienceId, title],
})

export async function findHold(pool: Pool, bookingId: string): Promise<Hold | undefined> {
  const { rows } = await pool.query<HoldRow>({
    name: 'find-hold',
    text: `select booking_id, session_id, experience_id, traveller_id, seats, amount, currency, expires_at, status, title
      from holds join sessions using (session_id) left join experiences using (experience_id) where booking_id = $1`,
    values: [bookingId],
  })
  return rows.map(toHold)[0]
}

/** By the database's clock, whether or not the event of bookings has arrived. */
export async function isHoldOver(tx: Transaction, bookingId: string): Promise<boolean> {
  const { rows } = await tx.query<{ over: boolean }>({
    name: 'is-hold-over',
    text: `select status <> 'held' or expires_at <= clock_timestamp() as over from holds where booking_id = $1`,
    values: [bookingId],
  })
  return rows[0]?.over ?? true
}

interface HoldRow {
  booking_id: string
  session_id: string
  experience_id: string
  traveller_id: string
  seats: number
  amount: number
  currency: string
  expires_at: Date
  status: HoldStatus
  title: string | null
}

function toHold(row: HoldRow): Hold {
  return {
    bookingId: row.booking_id,
    sessionId: row.session_id,
    experienceId: row.experience_id,
    travellerId: row.traveller_id,
    seats: row.seats,
    price: { amount: row.amount, currency: row.currency },
    expiresAt: row.expires_at.toISOString(),
    status: row.status,
    title: row.title,
  }
}
