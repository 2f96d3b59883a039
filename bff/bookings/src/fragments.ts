import type { FragmentQueries } from '@fernweh/kit/server/fragments/fragments'
import type { BookingsDeps } from './deps.ts'
import { queryBooking } from './fragments/booking.ts'
import { queryMyBookings } from './fragments/my-bookings.ts'
import { querySessions } from './fragments/sessions.ts'
import { queryTicket } from './fragments/ticket.ts'

export const createFragments = (deps: BookingsDeps): FragmentQueries => ({
  Sessions: (request) => querySessions(request, deps),
  MyBookings: (request) => queryMyBookings(request, deps),
  Booking: (request) => queryBooking(request, deps),
  Ticket: (request) => queryTicket(request, deps),
})
