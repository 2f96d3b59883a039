import type { Pool } from '@fernweh/kit/server/database/database'
import type { Offered } from '../adapters/http.ts'

export function createFindOffered(pool: Pool) {
  return async (experienceId: string): Promise<Offered | undefined> => {
    const { rows } = await pool.query<Offered>({
      name: 'find-offered',
      text: 'select host_id as "hostId", zone, duration_minutes as "durationMinutes" from experiences where experience_id = $1',
      values: [experienceId],
    })
    return rows[0]
  }
}
