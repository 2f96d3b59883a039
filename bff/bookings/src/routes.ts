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
import { forwardForm } from '@fernweh/kit/server/http/forms'
import { forwardOperation } from '@fernweh/kit/server/http/forward'
import { route } from '@fernweh/kit/server/http/http'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import { type Express, Router } from 'express'
import { serveFiles } from './files.ts'
import { someDays } from './some-days.ts'

export interface Asks {
  bookings: Upstream
  payments: Upstream
  /** Payments again, with the time that a provider may take. */
  checkouts: Upstream
  /** Of the pages. */
  origin: string
}

export function serveRoutes(app: Express, { bookings, payments, checkouts, origin }: Asks): void {
  const api = Router()
  route(api, listSessions, async ({ query }) =>
    someDays(await callOperation(bookings, listSessions, { query }), query.from),
  )
  forwardOperation(api, bookings, myBookings)
  forwardOperation(api, bookings, getBooking)
  forwardOperation(api, bookings, getTicket)
  forwardOperation(api, payments, getPayment)
  serveFiles(api, { bookings, origin })
  forwardForm(api, bookings, holdSeats, {
    body: ({ sessionId, seats }) => ({ sessionId, seats: Number(seats) }),
    done: ({ booking }) => toPage(booking.bookingId),
  })
  forwardForm(api, bookings, releaseHold, { body: nothing, done: (_answer, _asked, { page = '/bookings' }) => page })
  forwardForm(api, bookings, cancelBooking, { body: nothing, done: ({ booking }) => toPage(booking.bookingId) })
  forwardForm(api, checkouts, payBooking, {
    body: nothing,
    done: ({ payment }, { params }) => payment.data.url ?? toPage(params.bookingId),
  })
  app.use('/api', api)
}

const toPage = (bookingId: string) => `/bookings/${bookingId}`
const nothing = () => ({})
