import { listSessions } from '@fernweh/contracts/api/bookings'
import type { Pool } from '@fernweh/kit/server/database/database'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import { fromDay } from '../domain/days.ts'
import { readCity } from '../views/experiences.ts'
import { readUpcoming } from '../views/sessions.ts'

export function serveSessions(router: IRouter, pool: Pool): void {
  route(router, listSessions, async ({ query: { experience, from } }) => {
    const [upcoming, { city, cityNames }] = await Promise.all([
      readUpcoming(pool, experience),
      readCity(pool, experience),
    ])
    return { ...fromDay(upcoming, from), city, cityNames }
  })
}
