import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveBookings } from './api/bookings.ts'
import { serveSessions } from './api/sessions.ts'
import { serveTickets } from './api/tickets.ts'
import { auditBookings } from './audit.ts'
import { openBookings } from './compose.ts'

await runProcess('bookings-api', async (context) => {
  const { service, batcher } = await openBookings(context)
  const { app, pool } = service
  serveSessions(app, pool)
  serveBookings(app, { pool, batcher })
  serveTickets(app, pool)
  await service.serve(() => auditBookings(pool))
})
