/** Files of a booking: its ticket as an image, its time as a calendar entry. */
import { getBooking } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { toLocale } from '@fernweh/contracts/browser/languages'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { parseRequest } from '@fernweh/kit/server/http/http'
import { notFound, signInRequired } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Request, Response, Router } from 'express'
import { toCalendar } from './calendar.ts'
import type { BookingsDeps } from './deps.ts'
import { toTicketImage } from './ticket-image.ts'

export function serveFiles(api: Router, { bookings, origin }: BookingsDeps): void {
  /** Throws 404 for a booking that was never confirmed: it has no files. */
  async function fetchConfirmed(request: Request): Promise<Booking & { reference: string }> {
    const { params, identity } = parseRequest(getBooking, request)
    if (identity === null) throw signInRequired()
    const answer = await callOperation(bookings, getBooking, { params, identity })
    if (isRefused(answer)) throw notFound()
    const { reference, ...booking } = answer.booking.data
    if (!reference) throw notFound()
    return { ...booking, reference }
  }

  api.get('/bookings/:bookingId/ticket.svg', async (request, response) => {
    const { reference, status } = await fetchConfirmed(request)
    if (status !== 'confirmed') throw notFound()
    send(response, 'image/svg+xml', toTicketImage(reference, origin))
  })

  api.get('/bookings/:bookingId/calendar.ics', async (request, response) => {
    const booking = await fetchConfirmed(request)
    response.attachment(`fernweh-${booking.reference}.ics`)
    const locale = toLocale(request.get('accept-language') ?? '')
    const file = toCalendar(booking, { origin, now: new Date(), locale })
    send(response, 'text/calendar; charset=utf-8; method=PUBLISH', file)
  })
}

function send(response: Response, type: string, text: string): void {
  response.type(type).set('cache-control', 'private, no-cache').vary('accept-language').send(text)
}
