import {
  cancelBooking,
  getBooking,
  getTicket,
  holdSeats,
  listSessions,
  myBookings,
  releaseHold,
} from '@fernweh/contracts/api/bookings'
import { type ParsedRequest, requireKey, route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { IRouter } from 'express'
import type { Asker, Bookings } from '../app.ts'

export function serveBookings(router: IRouter, bookings: Bookings): void {
  route(router, listSessions, ({ query }) => bookings.listSessions(query))
  route(router, myBookings, (asked) => bookings.myBookings(requireIdentity(asked).sub))
  route(router, getBooking, (asked) => bookings.getBooking(asked.params.bookingId, requireIdentity(asked).sub))
  route(router, getTicket, ({ params }) => bookings.getTicket(params.reference))
  route(router, holdSeats, (asked) => bookings.holdSeats(asked.body, toAsker(asked)))
  route(router, releaseHold, (asked) => bookings.releaseHold(asked.params.bookingId, toAsker(asked)))
  route(router, cancelBooking, (asked) => bookings.cancelBooking(asked.params.bookingId, toAsker(asked)))
}

function toAsker(asked: Pick<ParsedRequest<typeof holdSeats>, 'identity' | 'key' | 'trace'>): Asker {
  return { travellerId: requireIdentity(asked).sub, key: requireKey(asked), traceparent: asked.trace }
}
