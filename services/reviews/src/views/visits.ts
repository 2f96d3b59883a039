/** Visits that ended, heard of bookings: who was there may write. */
import type { VisitToReview } from '@fernweh/contracts/api/reviews'
import type { visitEnded } from '@fernweh/contracts/events/bookings'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'

type VisitEnded = EnvelopeOf<typeof visitEnded>

export async function invite(tx: Transaction, ended: readonly VisitEnded[]): Promise<void> {
  const column = (pick: (event: VisitEnded) => string) => ended.map(pick)
  await tx.query({
    name: 'invite',
    text: `insert into visits (booking_id, traveller_id, experience_id, ended_at)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) on conflict (booking_id) do nothing`,
    values: [
      column(({ data }) => data.bookingId),
      column(({ data }) => data.travellerId),
      column(({ data }) => data.experienceId),
      column(({ time }) => time),
    ],
  })
}

export interface Visits {
  /** Null for a booking of somebody else's, and for one that is not over. */
  of(travellerId: string, bookingId: string): Promise<VisitToReview | null>
  /** Of one experience, the newest first. */
  at(travellerId: string, experienceId: string): Promise<VisitToReview[]>
  /** Whoever's they are; those that never were, or are not over, are left out. */
  byBooking(bookingIds: readonly string[]): Promise<Map<string, VisitToReview & { travellerId: string }>>
}

const VISITS = `
  select booking_id as "bookingId", experience_id as "experienceId", ended_at as "endedAt" from visits where traveller_id = $1`

const VISITS_OF_ALL = `
  select booking_id as "bookingId", experience_id as "experienceId", ended_at as "endedAt", traveller_id as "travellerId"
  from visits where booking_id = any($1::text[])`

type VisitRow = Omit<VisitToReview, 'endedAt'> & { endedAt: Date }
const toVisit = ({ endedAt, ...row }: VisitRow): VisitToReview => ({ ...row, endedAt: endedAt.toISOString() })

export function createVisits(pool: Pool): Visits {
  return {
    async of(travellerId, bookingId) {
      const query = {
        name: 'visit-of-booking',
        text: `${VISITS} and booking_id = $2`,
        values: [travellerId, bookingId],
      }
      const { rows } = await pool.query<VisitRow>(query)
      return rows[0] ? toVisit(rows[0]) : null
    },
    async at(travellerId, experienceId) {
      const text = `${VISITS} and experience_id = $2 order by ended_at desc, booking_id`
      const query = { name: 'visits-of-experience', text, values: [travellerId, experienceId] }
      return (await pool.query<VisitRow>(query)).rows.map(toVisit)
    },
    async byBooking(bookingIds) {
      const query = { name: 'visits-by-booking', text: VISITS_OF_ALL, values: [bookingIds] }
      const { rows } = await pool.query<VisitRow & { travellerId: string }>(query)
      return new Map(rows.map((row) => [row.bookingId, { ...toVisit(row), travellerId: row.travellerId }]))
    },
  }
}
