/** Files of a booking: its ticket as an image, its time as a calendar entry. */
import { getBooking } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { cityIn } from '@fernweh/contracts/browser/city-names'
import { toCountryName } from '@fernweh/contracts/browser/country-names'
import { toLocale } from '@fernweh/contracts/browser/languages'
import { titleIn } from '@fernweh/contracts/browser/titles'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { type CalendarEntry, toCalendarEntry, toTicketUrl } from '@fernweh/contracts/ticket-files'
import { toCalendarFile } from '@fernweh/kit/server/files/calendar'
import { toQrSvg } from '@fernweh/kit/server/files/qr-code'
import { parseRequest } from '@fernweh/kit/server/http/http'
import { notFound, signInRequired } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { Request, Response, Router } from 'express'
import type { BookingsDeps } from './deps.ts'
import { catalog } from './messages.ts'

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
    send(response, 'image/svg+xml', toQrSvg(toTicketUrl(reference, origin)))
  })

  api.get('/bookings/:bookingId/calendar.ics', async (request, response) => {
    const booking = await fetchConfirmed(request)
    response.attachment(`fernweh-${booking.reference}.ics`)
    const locale = toLocale(request.get('accept-language') ?? '')
    const file = toCalendarFile(toEntry(booking, origin, locale), new Date())
    send(response, 'text/calendar; charset=utf-8; method=PUBLISH', file)
  })
}

function toEntry(booking: Booking & { reference: string }, origin: string, locale: string): CalendarEntry {
  const { bookingId, startsAt, endsAt, zone, seats, reference, offer, status } = booking
  const t = catalog.in(locale)
  const title = offer ? titleIn(offer, locale).text : t('calendar.untitled')
  const texts = { title, description: t('calendar.description', { seats, reference }) }
  const where = { place: toPlaceName(offer, locale), point: offer?.place ?? null }
  const isCancelled = status === 'cancelled'
  return toCalendarEntry({ bookingId, startsAt, endsAt, zone, isCancelled, ...texts, ...where }, origin)
}

function toPlaceName(offer: Booking['offer'], locale: string): string | null {
  if (!offer?.city) return null
  const city = cityIn(offer, locale)
  return offer.country ? `${city}, ${toCountryName(offer.country, locale)}` : city
}

function send(response: Response, type: string, text: string): void {
  response.type(type).set('cache-control', 'private, no-cache').vary('accept-language').send(text)
}
