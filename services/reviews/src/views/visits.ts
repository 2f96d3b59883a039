/** Visits that have ended: each lets its traveller write one review. */
import type { VisitToReview } from '@fernweh/contracts/api/reviews'
import type { visitEnded } from '@fernweh/contracts/events/bookings'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { Pool, Statement } from '@fernweh/kit/server/database/database'

export function insertVisits(ended: readonly EnvelopeOf<typeof visitEnded>[]): Statement {
  return {
    name: 'insert-visits',
    text: `insert into visits (booking_id, traveller_id, experience_id, ended_at)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) on conflict (booking_id) do nothing`,
    values: [
      ended.map(({ data }) => data.bookingId),
      ended.map(({ data }) => data.travellerId),
      ended.map(({ data }) => data.experienceId),
      ended.map(({ time }) => time),
    ],
  }
}

const VISIT = `select booking_id as "bookingId", experience_id as "experienceId", ended_at as "endedAt",
  traveller_id as "travellerId" from visits`

interface VisitRow {
  bookingId: string
  experienceId: string
  travellerId: string
  endedAt: Date
}

const toVisit = ({ bookingId, experienceId, endedAt }: VisitRow): VisitToReview => ({
  bookingId,
  experienceId,
  endedAt: endedAt.toISOString(),
})

/** Null for another traveller's booking, and for one that is not over. */
export async function findVisit(
  pool: Pool,
  { travellerId, bookingId }: { travellerId: string; bookingId: string },
): Promise<VisitToReview | null> {
  const text = `${VISIT} where traveller_id = $1 and booking_id = $2`
  const { rows } = await pool.query<VisitRow>({ name: 'find-visit', text, values: [travellerId, bookingId] })
  return rows[0] ? toVisit(rows[0]) : null
}

/** A traveller's visits to an experience, newest first. */
export async function readVisits(
  pool: Pool,
  { travellerId, experienceId }: { travellerId: string; experienceId: string },
): Promise<VisitToReview[]> {
  const text = `${VISIT} where traveller_id = $1 and experience_id = $2 order by ended_at desc, booking_id`
  const query = { name: 'read-visits', text, values: [travellerId, experienceId] }
  return (await pool.query<VisitRow>(query)).rows.map(toVisit)
}

/** A traveller's last visits, newest first. */
export async function readLastVisits(pool: Pool, travellerId: string, limit: number): Promise<VisitToReview[]> {
  const text = `${VISIT} where traveller_id = $1 order by ended_at desc, booking_id limit $2`
  const { rows } = await pool.query<VisitRow>({ name: 'last-visits', text, values: [travellerId, limit] })
  return rows.map(toVisit)
}

/** By booking, whoever the travellers are; bookings that are not over are left out. */
export async function readVisitsByBooking(
  pool: Pool,
  bookingIds: readonly string[],
): Promise<Map<string, VisitToReview & { travellerId: string }>> {
  const text = `${VISIT} where booking_id = any($1::text[])`
  const { rows } = await pool.query<VisitRow>({ name: 'visits-by-booking', text, values: [bookingIds] })
  return new Map(rows.map((row) => [row.bookingId, { ...toVisit(row), travellerId: row.travellerId }]))
}
