/** What travellers are told of their bookings. */

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
import { toPlaceTime } from './figures.ts'
import { facts, type Letter, link, type Reader, toLine, words } from './letter.ts'

/** What was booked. `price` is for one seat. */
export interface Visit {
  experienceId: string
  title: string
  /** By language, where it was translated. */
  titles?: Record<string, string>
  startsAt: string
  zone: string
  price: Money
}

const titleOf = ({ title, titles = {} }: Visit, { locale }: Reader) => toLine(titles[languageOf(locale)] ?? title)

const totalOf = ({ price }: Visit, seats: number, { locale }: Reader) =>
  formatMoney({ ...price, amount: price.amount * seats }, locale)

const whenOf = ({ startsAt, zone }: Visit, { say, locale }: Reader) =>
  say('time.place', toPlaceTime(startsAt, zone, locale))

/** What, when and for how many. */
function basics(visit: Visit, seats: number, reader: Reader): (readonly [string, string])[] {
  const { say } = reader
  return [
    [say('fact.what'), titleOf(visit, reader)],
    [say('fact.when'), whenOf(visit, reader)],
    [say('fact.for'), say('booking.seats', { seats })],
  ]
}

export function confirmed({ data }: EnvelopeOf<typeof bookingConfirmed>, visit: Visit, reader: Reader): Letter {
  const { name, say, origin } = reader
  return {
    subject: say('confirmed.subject', { title: titleOf(visit, reader) }),
    to: name,
    parts: [
      words(say('confirmed.lead')),
      facts(
        ...basics(visit, data.seats, reader),
        [say('fact.paid'), totalOf(visit, data.seats, reader)],
        [say('fact.reference'), data.reference],
      ),
      link(say('confirmed.link'), `${origin}/bookings/${data.bookingId}`),
      words(say('confirmed.plans')),
    ],
  }
}

export function cancelled({ data }: EnvelopeOf<typeof bookingCancelled>, visit: Visit, reader: Reader): Letter {
  const { name, say, origin } = reader
  const refund =
    data.paymentId === null
      ? say('cancelled.elsewhere')
      : say('booking.refund', { amount: totalOf(visit, data.seats, reader) })
  return {
    subject: say('cancelled.subject', { title: titleOf(visit, reader) }),
    to: name,
    parts: [
      words(say('cancelled.lead')),
      facts(...basics(visit, data.seats, reader)),
      words(refund),
      link(say('booking.link'), `${origin}/bookings/${data.bookingId}`),
    ],
  }
}

export function paidTooLate({ data }: EnvelopeOf<typeof confirmationRefused>, visit: Visit, reader: Reader): Letter {
  const { name, say, origin } = reader
  return {
    subject: say('too-late.subject', { title: titleOf(visit, reader) }),
    to: name,
    parts: [
      words(say(data.reason === 'session-full' ? 'too-late.full' : 'too-late.begun')),
      facts(...basics(visit, data.seats, reader)),
      words(say('too-late.refund', { amount: totalOf(visit, data.seats, reader) })),
      link(say('too-late.link'), `${origin}/e/${visit.experienceId}`),
    ],
  }
}

export function invitation({ data }: EnvelopeOf<typeof visitEnded>, visit: Visit, reader: Reader): Letter {
  const { name, say, origin } = reader
  const title = titleOf(visit, reader)
  return {
    subject: say('invitation.subject', { title }),
    to: name,
    parts: [
      words(say('invitation.lead', { title, when: whenOf(visit, reader) })),
      words(say('invitation.why')),
      link(say('invitation.link'), `${origin}/bookings/${data.bookingId}#review`),
    ],
  }
}
