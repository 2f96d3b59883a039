/** Mails about bookings. */

import { cityIn } from '@fernweh/contracts/browser/city-names'
import { toCountryName } from '@fernweh/contracts/browser/country-names'
import { languageOf } from '@fernweh/contracts/browser/languages'
import { type Place, toDirectionsUrl } from '@fernweh/contracts/browser/map-links'
import { formatMoney } from '@fernweh/contracts/browser/money-format'
import { toCityNames } from '@fernweh/contracts/city-names'
import type {
  bookingCancelled,
  bookingConfirmed,
  confirmationRefused,
  visitEnded,
} from '@fernweh/contracts/events/bookings'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { Money } from '@fernweh/contracts/money'
import { type CalendarEntry, toCalendarEntry, toTicketUrl } from '@fernweh/contracts/ticket-files'
import { toPlaceTime } from './date-text.ts'
import { details, link, type MailDocument, paragraph, type Reader, ticketPart, toLine } from './mail-document.ts'

/** The booked session and experience. `price` is for one seat. */
export interface BookingDetails {
  experienceId: string
  title: string
  /** Translated titles by language. */
  titles?: Record<string, string>
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
  place: Place
  startsAt: string
  durationMinutes: number
  zone: string
  price: Money
  /** Once confirmed. */
  reference?: string
}

type Confirmed = EnvelopeOf<typeof bookingConfirmed>

const titleOf = ({ title, titles = {} }: BookingDetails, { locale }: Reader) =>
  toLine(titles[languageOf(locale)] ?? title)

const isFree = ({ price }: BookingDetails) => price.amount === 0

const totalOf = (booking: BookingDetails, seats: number, { translate, locale }: Reader) =>
  isFree(booking)
    ? translate('price.free')
    : formatMoney({ ...booking.price, amount: booking.price.amount * seats }, locale)

const cityOf = ({ city, country }: BookingDetails, { locale }: Reader) =>
  toLine(cityIn({ city, cityNames: toCityNames(city, country) }, locale))

const whenOf = (booking: BookingDetails, reader: Reader) =>
  reader.translate(
    'time.place',
    toPlaceTime(booking.startsAt, { zone: booking.zone, place: cityOf(booking, reader) }, reader.locale),
  )

function whereOf(booking: BookingDetails, reader: Reader): string {
  const country = toCountryName(booking.country, reader.locale)
  return reader.translate('place.city-and-country', { city: cityOf(booking, reader), country })
}

/** Title, time, place and number of seats. */
function basics(booking: BookingDetails, seats: number, reader: Reader): (readonly [string, string])[] {
  const { translate } = reader
  return [
    [translate('fact.what'), titleOf(booking, reader)],
    [translate('fact.when'), whenOf(booking, reader)],
    [translate('fact.where'), whereOf(booking, reader)],
    [translate('fact.for'), translate('booking.seats', { seats })],
  ]
}

export function confirmed(event: Confirmed, booking: BookingDetails, reader: Reader): MailDocument {
  const { translate } = reader
  const subject = translate('confirmed.subject', { title: titleOf(booking, reader) })
  return withTicket(event, booking, reader, { subject, lead: translate('confirmed.lead') })
}

export function reminder(event: Confirmed, booking: BookingDetails, reader: Reader): MailDocument {
  const { translate } = reader
  const subject = translate('reminder.subject', { title: titleOf(booking, reader) })
  return withTicket(event, booking, reader, { subject, lead: translate('reminder.lead') })
}

/** Everything one needs at the entrance, without signing in. */
function withTicket(
  { data }: Confirmed,
  booking: BookingDetails,
  reader: Reader,
  { subject, lead }: { subject: string; lead: string },
): MailDocument {
  const { name, translate, origin } = reader
  const { reference, seats } = data
  const url = toTicketUrl(reference, origin)
  const amount = totalOf(booking, seats, reader)
  const when = whenOf(booking, reader)
  return {
    subject,
    to: name,
    parts: [
      paragraph(lead),
      details(
        ...basics(booking, seats, reader),
        [translate(isFree(booking) ? 'fact.price' : 'fact.paid'), amount],
        [translate('fact.reference'), reference],
      ),
      paragraph(translate('ticket.show')),
      ticketPart(reference, translate('ticket.code', { reference })),
      link(translate('ticket.link'), url),
      link(translate('place.directions'), toDirectionsUrl(booking.place)),
      paragraph(
        isFree(booking) ? translate('booking.terms-free', { when }) : translate('booking.terms', { when, amount }),
      ),
      link(translate('booking.link'), `${origin}/bookings/${data.bookingId}`),
    ],
    ticket: { reference, url },
    calendar: { reference, entry: toEntry(data, booking, reader, { isCancelled: false, reference }) },
  }
}

function toEntry(
  { bookingId, seats }: { bookingId: string; seats: number },
  booking: BookingDetails,
  reader: Reader,
  { isCancelled, reference }: { isCancelled: boolean; reference: string },
): CalendarEntry {
  const { translate, origin } = reader
  const { startsAt, durationMinutes, zone } = booking
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString()
  const description = translate('calendar.description', { seats: translate('booking.seats', { seats }), reference })
  const texts = { title: titleOf(booking, reader), description, place: whereOf(booking, reader), point: booking.place }
  return toCalendarEntry({ bookingId, isCancelled, startsAt, endsAt, zone, ...texts }, origin)
}

export function cancelled(
  { data }: EnvelopeOf<typeof bookingCancelled>,
  booking: BookingDetails,
  reader: Reader,
): MailDocument {
  const { name, translate, origin } = reader
  const { reference } = booking
  const refund = () =>
    data.paymentId === null
      ? translate('cancelled.elsewhere')
      : translate('booking.refund', { amount: totalOf(booking, data.seats, reader) })
  return {
    subject: translate('cancelled.subject', { title: titleOf(booking, reader) }),
    to: name,
    parts: [
      paragraph(translate('cancelled.lead')),
      details(...basics(booking, data.seats, reader)),
      ...(isFree(booking) ? [] : [paragraph(refund())]),
      link(translate('booking.link'), `${origin}/bookings/${data.bookingId}`),
    ],
    ...(reference && {
      calendar: { reference, entry: toEntry(data, booking, reader, { isCancelled: true, reference }) },
    }),
  }
}

export function paidTooLate(
  { data }: EnvelopeOf<typeof confirmationRefused>,
  booking: BookingDetails,
  reader: Reader,
): MailDocument {
  const { name, translate, origin } = reader
  const reason = data.reason === 'session-full' ? 'too-late.full' : 'too-late.begun'
  return {
    subject: translate('too-late.subject', { title: titleOf(booking, reader) }),
    to: name,
    parts: [
      paragraph(translate(`${reason}${isFree(booking) ? '-free' : ''}`)),
      details(...basics(booking, data.seats, reader)),
      ...(isFree(booking)
        ? []
        : [paragraph(translate('too-late.refund', { amount: totalOf(booking, data.seats, reader) }))]),
      link(translate('too-late.link'), `${origin}/e/${booking.experienceId}`),
    ],
  }
}

export function reviewInvitation(
  { data }: EnvelopeOf<typeof visitEnded>,
  booking: BookingDetails,
  reader: Reader,
): MailDocument {
  const { name, translate, origin } = reader
  const title = titleOf(booking, reader)
  return {
    subject: translate('invitation.subject', { title }),
    to: name,
    parts: [
      paragraph(translate('invitation.lead', { title, when: whenOf(booking, reader) })),
      paragraph(translate('invitation.why')),
      link(translate('invitation.link'), `${origin}/bookings/${data.bookingId}#review`),
    ],
  }
}
