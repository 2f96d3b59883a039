/** Visits that ended, heard of bookings: who was there may write. */
import type { Visit } from '@fernweh/contracts/api/reviews'
import type { visitEnded } from '@fernweh/contracts/events/bookings'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database'

export async function invite(tx: Transaction, { data }: EventOf<typeof visitEnded>, endedAt: string): Promise<void> {
  await tx.query({
    name: 'invite',
    text: `insert into visits (booking_id, traveller_id, experience_id, ended_at) values ($1, $2, $3, $4)
      on conflict (booking_id) do nothing`,
    values: [data.bookingId, data.travellerId, data.experienceId, endedAt],
  })
}

export interface Visits {
  /** Null for a booking of somebody else's, and for one that is not over. */
  of(travellerId: string, bookingId: string): Promise<Visit | null>
  /** Of one experience, the newest first. */
  at(travellerId: string, experienceId: string): Promise<Visit[]>
}

const VISITS = `
  select booking_id as "bookingId", experience_id as "experienceId", ended_at as "endedAt" from visits where traveller_id = $1`

type VisitRow = Omit<Visit, 'endedAt'> & { endedAt: Date }
const toVisit = ({ endedAt, ...row }: VisitRow): Visit => ({ ...row, endedAt: endedAt.toISOString() })

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
  }
}
