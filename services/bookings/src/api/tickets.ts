import { getTicket } from '@fernweh/contracts/api/bookings'
import type { Pool } from '@fernweh/kit/server/database/database'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import { readTicket } from '../views/tickets.ts'

export function serveTickets(router: IRouter, pool: Pool): void {
  route(router, getTicket, async ({ params }) => {
    const ticket = await readTicket(pool, params.reference)
    return ticket ? { ticket } : { refused: 'no-such-ticket' }
  })
}
