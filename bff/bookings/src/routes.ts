import {
  cancelBooking,
  getBooking,
  getTicket,
  holdSeats,
  listSessions,
  myBookings,
  releaseHold,
} from '@fernweh/contracts/api/bookings'
import { getPayment, payBooking } from '@fernweh/contracts/api/payments'
import { readSessionChoice, withSessionChoice } from '@fernweh/contracts/browser/session-choice'
import { forwardForm } from '@fernweh/kit/server/http/forms'
import { forwardOperation } from '@fernweh/kit/server/http/forward'
import { route } from '@fernweh/kit/server/http/http'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Router } from 'express'
import type { BookingsDeps } from './deps.ts'
import { serveFiles } from './files.ts'
import { limitDays } from './limit-days.ts'

export function serveRoutes(api: Router, deps: BookingsDeps): void {
  const { bookings, payments } = deps
  route(api, listSessions, async ({ query }) =>
    limitDays(await callOperation(bookings, listSessions, { query }), query.from),
  )
  forwardOperation(api, bookings, myBookings)
  forwardOperation(api, bookings, getBooking)
  forwardOperation(api, bookings, getTicket)
  forwardOperation(api, payments, getPayment)
  serveFiles(api, deps)
  serveCommands(api, deps)
}

function serveCommands(api: Router, { bookings, checkouts }: BookingsDeps): void {
  const emptyBody = () => ({})
  forwardForm(api, bookings, holdSeats, {
    body: ({ sessionId, seats }) => ({ sessionId, seats: Number(seats) }),
    done: ({ booking }) => toBookingPath(booking.bookingId),
    back: (page, { sessionId = '', seats = '' }) =>
      withSessionChoice(page, readSessionChoice(new URLSearchParams({ session: sessionId, seats }))),
  })
  forwardForm(api, bookings, releaseHold, {
    body: emptyBody,
    done: (_answer, _request, { page = '/bookings' }) => page,
  })
  forwardForm(api, bookings, cancelBooking, {
    body: emptyBody,
    done: ({ booking }) => toBookingPath(booking.bookingId),
  })
  forwardForm(api, checkouts, payBooking, {
    body: emptyBody,
    done: ({ payment }, { params }) => payment.data.url ?? toBookingPath(params.bookingId),
  })
}

const toBookingPath = (bookingId: string) => `/bookings/${bookingId}`
