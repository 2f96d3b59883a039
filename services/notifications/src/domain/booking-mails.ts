/** Mails about bookings. */

import { languageOf } from '@fernweh/contracts/browser/languages'
import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type {
  bookingCancelled,
  bookingConfirmed,
  confirmationRefused,
  visitEnded,
} from '@fernweh/contracts/events/bookings'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { Money } from '@fernweh/contracts/money'
import { toPlaceTime } from './date-text.ts'
import { details, link, type MailDocument, paragraph, type Reader, toLine } from './mail-document.ts'

/** The booked session and experience. `price` is for one seat. */
export interface BookingDetails {
  experienceId: string
  title: string
  /** Translated titles by language. */
  titles?: Record<string, string>
  startsAt: string
  zone: string
  price: Money
}

const titleOf = ({ title, titles = {} }: BookingDetails, { locale }: Reader) =>
  toLine(titles[languageOf(locale)] ?? title)

const isFree = ({ price }: BookingDetails) => price.amount === 0

const totalOf = (booking: BookingDetails, seats: number, { translate, locale }: Reader) =>
  isFree(booking)
    ? translate('price.free')
    : formatMoney({ ...booking.price, amount: booking.price.amount * seats }, locale)

const whenOf = ({ startsAt, zone }: BookingDetails, { translate, locale }: Reader) =>
  translate('time.place', toPlaceTime(startsAt, zone, locale))

/** Title, time and number of seats. */
function basics(booking: BookingDetails, seats: number, reader: Reader): (readonly [string, string])[] {
  const { translate } = reader
  return [
    [translate('fact.what'), titleOf(booking, reader)],
    [translate('fact.when'), whenOf(booking, reader)],
    [translate('fact.for'), translate('booking.seats', { seats })],
  ]
}

export function confirmed(
  { data }: EnvelopeOf<typeof bookingConfirmed>,
  booking: BookingDetails,
  reader: Reader,
): MailDocument {
  const { name, translate, origin } = reader
  return {
    subject: translate('confirmed.subject', { title: titleOf(booking, reader) }),
    to: name,
    parts: [
      paragraph(translate('confirmed.lead')),
      details(
        ...basics(booking, data.seats, reader),
        [translate(isFree(booking) ? 'fact.price' : 'fact.paid'), totalOf(booking, data.seats, reader)],
        [translate('fact.reference'), data.reference],
      ),
      link(translate('confirmed.link'), `${origin}/bookings/${data.bookingId}`),
      paragraph(translate(isFree(booking) ? 'confirmed.plans-free' : 'confirmed.plans')),
    ],
  }
}

export function cancelled(
  { data }: EnvelopeOf<typeof bookingCancelled>,
  booking: BookingDetails,
  reader: Reader,
): MailDocument {
  const { name, translate, origin } = reader
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
