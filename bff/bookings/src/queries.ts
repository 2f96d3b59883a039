import { getBooking, getTicket, listSessions, myBookings } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { getPayment } from '@fernweh/contracts/api/payments'
import { titleIn } from '@fernweh/contracts/browser/titles'
import { id } from '@fernweh/contracts/envelope'
import { bookingReference } from '@fernweh/contracts/events/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { type Payment, paymentFeed } from '@fernweh/contracts/feeds/payments'
import type {
  BookingData,
  BookingView,
  MyBookingsData,
  SessionsData,
  TicketData,
} from '@fernweh/contracts/fragments/bookings'
import {
  type FragmentQueries,
  type FragmentRequest,
  type FragmentResponse,
  toPagePath,
} from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation, type Upstream } from '@fernweh/kit/server/http/upstream'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { z } from 'zod'
import { someDays } from './some-days.ts'
import { toTicketCode } from './ticket-image.ts'
import { isWaiting } from './waiting.ts'

/** Seconds after which a page without script looks again whether what it waits for has come. */
const LOOK_AGAIN = 5

const day = z.iso.date()

export interface QueriesOptions {
  bookings: Upstream
  payments: Upstream
  /** Of the pages. */
  origin: string
  log: Logger
}

export function createQueries({ bookings, payments, origin, log }: QueriesOptions) {
  async function bookingsOf(identity: Caller | null) {
    return identity && (await callOperation(bookings, myBookings, { identity })).bookings
  }

  /** While payments is away, the booking is shown without: the feed tells of the payment later. */
  async function paymentOf(bookingId: string, identity: Caller): Promise<Versioned<Payment | null>> {
    const unknown = { feed: paymentFeed(identity.sub, bookingId), version: 0, data: null }
    const answer = await callOperation(payments, getPayment, { params: { bookingId }, identity }).catch((error) => {
      log.warn({ err: error }, 'booking shown without its payment')
      return { payment: null }
    })
    return answer.payment ?? unknown
  }

  async function viewOf(bookingId: string, identity: Caller, url: URL): Promise<BookingView | null> {
    const [answer, payment] = await Promise.all([
      callOperation(bookings, getBooking, { params: { bookingId }, identity }),
      paymentOf(bookingId, identity),
    ])
    return isRefused(answer) ? null : { booking: answer.booking, payment, back: toBack(url) }
  }

  return {
    async Sessions({ url, params, identity }: FragmentRequest) {
      const experienceId = id.safeParse(params.id)
      if (!experienceId.success) throw notFound()
      const from = day.safeParse(url.searchParams.get('from')).data
      const [offered, mine] = await Promise.all([
        callOperation(bookings, listSessions, { query: { experience: experienceId.data, from } }).then((offered) =>
          someDays(offered, from),
        ),
        bookingsOf(identity),
      ])
      const asked = { page: toPagePath(url), experienceId: experienceId.data, from: from ?? null }
      const data: SessionsData = { ...asked, ...offered, mine }
      return { title: { key: 'sessions.heading' }, data }
    },

    async MyBookings({ url, identity }: FragmentRequest) {
      const data: MyBookingsData = { page: toPagePath(url), mine: await bookingsOf(identity) }
      return { title: { key: 'my-bookings.page-title' }, data }
    },

    async Booking({ url, params, identity, locale }: FragmentRequest) {
      const page = url.pathname
      if (identity === null) return toSignIn(toPagePath(url))
      const bookingId = id.safeParse(params.id)
      const view = bookingId.success ? await viewOf(bookingId.data, identity, url) : null
      const data: BookingData = { page, view }
      if (view === null) return { status: 404, title: { key: 'booking-not-found.page-title' }, data }
      const { offer } = view.booking.data
      const title = offer
        ? { key: 'booking.page-title', values: { title: titleIn(offer, locale).text } }
        : { key: 'booking.page-title-untitled' }
      const description = { key: 'booking.description' }
      return { title, meta: { description, ...(isWaiting(view) && { refresh: LOOK_AGAIN }) }, data }
    },

    async Ticket({ params }: FragmentRequest) {
      const reference = bookingReference.safeParse(params.reference)
      const answer = reference.success
        ? await callOperation(bookings, getTicket, { params: { reference: reference.data } })
        : null
      if (answer === null || isRefused(answer)) {
        return {
          status: 404,
          title: { key: 'ticket-not-found.page-title' },
          data: { shown: null } satisfies TicketData,
        }
      }
      const { ticket } = answer
      const data: TicketData = { shown: { ticket, code: toTicketCode(ticket.reference, origin) } }
      return { title: { key: 'ticket-page.page-title', values: { reference: ticket.reference } }, data }
    },
  } satisfies FragmentQueries
}

function toBack(url: URL): BookingView['back'] {
  const said = url.searchParams.get('checkout')
  return said === 'done' || said === 'left' ? said : null
}

function toSignIn(page: string): FragmentResponse {
  return { status: 303, title: '', meta: { location: `/sign-in?next=${encodeURIComponent(page)}` }, data: null }
}
