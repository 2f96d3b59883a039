import { holdSeats, listSessions, myHolds, releaseHold } from '@fernweh/contracts/api/bookings'
import { forward } from '@fernweh/kit/server/forward'
import type { Upstream } from '@fernweh/kit/server/upstream'
import { type Express, Router } from 'express'

export function serveRoutes(app: Express, bookings: Upstream): void {
  const api = Router()
  forward(api, bookings, listSessions)
  forward(api, bookings, holdSeats)
  forward(api, bookings, releaseHold)
  forward(api, bookings, myHolds)
  app.use('/api', api)
}
