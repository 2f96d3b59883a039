import type { Ticket } from '@fernweh/contracts/api/bookings'
import type { ExperienceTitle } from '@fernweh/contracts/feeds/bookings'
import { toLocalTime } from '@fernweh/contracts/zones'
import type { Pool } from '@fernweh/kit/server/database/database'
import { withCityNames } from './experiences.ts'

/** Only what the host needs at the start of a session: no names and no ids. */
export async function readTicket(pool: Pool, reference: string): Promise<Ticket | undefined> {
  const { rows } = await pool.query<TicketRow>({
    name: 'read-ticket',
    text: `select reference, experience_id, offer, starts_at, ends_at, zone, seats,
        case when status = 'cancelled' then 'cancelled'
          when visited or ends_at <= clock_timestamp() then 'over' else 'valid' end as status
      from bookings join sessions using (session_id) left join offers using (experience_id) where reference = $1`,
    values: [reference],
  })
  return rows.map(toTicket)[0]
}

interface TicketRow {
  reference: string
  experience_id: string
  offer: ExperienceTitle | null
  starts_at: Date
  ends_at: Date
  zone: string
  seats: number
  status: Ticket['status']
}

function toTicket({ reference, experience_id, offer, starts_at, ends_at, zone, seats, status }: TicketRow): Ticket {
  return {
    reference,
    experienceId: experience_id,
    ...(offer !== null && { offer: withCityNames(offer) }),
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    zone,
    local: toLocalTime(starts_at.toISOString(), zone),
    seats,
    status,
  }
}
