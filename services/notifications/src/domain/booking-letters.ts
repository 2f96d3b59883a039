/** What travellers are told of their bookings. */
import type {
  bookingCancelled,
  bookingConfirmed,
  confirmationRefused,
  visitEnded,
} from '@fernweh/contracts/events/bookings'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { Money } from '@fernweh/contracts/money'
import type { Reader } from './account-letters.ts'
import { toAmount, toPlaceTime, toSeats } from './figures.ts'
import { facts, type Letter, link, toLine, words } from './letter.ts'

/** What was booked. `price` is for one seat. */
export interface Visit {
  experienceId: string
  title: string
  startsAt: string
  zone: string
  price: Money
}

const toTotal = ({ price }: Visit, seats: number, locale: string) =>
  toAmount({ ...price, amount: price.amount * seats }, locale)

const whenOf = ({ startsAt, zone }: Visit, { locale }: Reader) => toPlaceTime(startsAt, zone, locale)

const ON_ITS_WAY = 'It comes back the way you paid; until your bank shows it can take up to ten working days.'

export function confirmed({ data }: EnvelopeOf<typeof bookingConfirmed>, visit: Visit, reader: Reader): Letter {
  const title = toLine(visit.title)
  return {
    subject: `Booked: ${title}`,
    to: reader.name,
    parts: [
      words('Your seats are booked. This is what you need to know.'),
      facts(
        ['What', title],
        ['When', whenOf(visit, reader)],
        ['For', toSeats(data.seats)],
        ['Paid', toTotal(visit, data.seats, reader.locale)],
        ['Reference', data.reference],
      ),
      link('Your booking, with the ticket', `${reader.origin}/bookings/${data.bookingId}`),
      words('If your plans change, you can cancel there until it starts, and get back all you paid.'),
    ],
  }
}

export function cancelled({ data }: EnvelopeOf<typeof bookingCancelled>, visit: Visit, reader: Reader): Letter {
  const title = toLine(visit.title)
  const refund =
    data.paymentId === null
      ? 'You did not pay here, so ask where you booked for your money.'
      : `We are sending back ${toTotal(visit, data.seats, reader.locale)}. ${ON_ITS_WAY}`
  return {
    subject: `Cancelled: ${title}`,
    to: reader.name,
    parts: [
      words('Your booking is cancelled, as you asked.'),
      facts(['What', title], ['When', whenOf(visit, reader)], ['For', toSeats(data.seats)]),
      words(refund),
      link('Your booking', `${reader.origin}/bookings/${data.bookingId}`),
    ],
  }
}

export function paidTooLate({ data }: EnvelopeOf<typeof confirmationRefused>, visit: Visit, reader: Reader): Letter {
  const title = toLine(visit.title)
  const why = data.reason === 'session-full' ? 'the seats had gone to others' : 'it had already begun'
  return {
    subject: `Not booked: ${title}`,
    to: reader.name,
    parts: [
      words(`We are sorry: your payment came after your hold had ended, and by then ${why}. Nothing is booked.`),
      facts(['What', title], ['When', whenOf(visit, reader)], ['For', toSeats(data.seats)]),
      words(`We are sending back all of it, ${toTotal(visit, data.seats, reader.locale)}. ${ON_ITS_WAY}`),
      link('Look for another time', `${reader.origin}/e/${visit.experienceId}`),
    ],
  }
}

export function invitation({ data }: EnvelopeOf<typeof visitEnded>, visit: Visit, reader: Reader): Letter {
  const title = toLine(visit.title)
  return {
    subject: `How was it? ${title}`,
    to: reader.name,
    parts: [
      words(`You were there: ${title}, ${whenOf(visit, reader)}.`),
      words(
        'A few words of yours help those who come after you, and the host. Only people who were there can write them.',
      ),
      link('Write a review', `${reader.origin}/bookings/${data.bookingId}#review`),
    ],
  }
}
