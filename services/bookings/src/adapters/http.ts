import { holdSeats, listSessions, myHolds, releaseHold } from '@fernweh/contracts/api/bookings'
import { type Asked, requireKey, route } from '@fernweh/kit/server/http'
import { requireIdentity } from '@fernweh/kit/server/identity'
import type { IRouter } from 'express'
import type { Asker, Bookings } from '../app.ts'

export function serveBookings(router: IRouter, bookings: Bookings): void {
  route(router, listSessions, ({ query }) => bookings.listSessions(query.experience))
  route(router, myHolds, (asked) => bookings.myHolds(requireIdentity(asked).sub))
  route(router, holdSeats, (asked) => bookings.holdSeats(asked.body, toAsker(asked)))
  route(router, releaseHold, (asked) => bookings.releaseHold(asked.params.holdId, toAsker(asked)))
}

function toAsker(asked: Pick<Asked<typeof holdSeats>, 'identity' | 'key' | 'trace'>): Asker {
  return { travellerId: requireIdentity(asked).sub, key: requireKey(asked), traceparent: asked.trace }
}
