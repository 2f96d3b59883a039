/** The bff between test services: ann has a booking of each kind, b1 held, b2 confirmed, b3 cancelled. */
import {
  cancelBooking,
  earlierBookings,
  getBooking,
  getTicket,
  holdSeats,
  listSessions,
  myBookings,
  releaseHold,
} from '@fernweh/contracts/api/bookings'
import { getPayment, payBooking } from '@fernweh/contracts/api/payments'
import { listVisitsToReview } from '@fernweh/contracts/api/reviews'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import { serveBff } from '@fernweh/kit/server/boot/open-bff'
import { serveFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { requireKey, route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/testing/process'
import { createFragments } from '../src/fragments.ts'
import { serveRoutes } from '../src/routes.ts'

const { publicKey: identityKey, privateKey } = createKeys()
export const origin = 'https://fernweh.example'
export const checkout = 'https://checkout.example/c/pay/cs_1'
export const reference = 'FW-7K3MQ2XZ4D'
const price = { amount: 4500, currency: 'EUR' }
const [startsAt, endsAt] = ['2030-05-01T09:00:00Z', '2030-05-01T11:00:00Z']
const ofSession = { sessionId: 's1', experienceId: 'e1', startsAt, zone: 'Europe/Lisbon', price }
const offer = { title: 'Trams', language: 'en', translations: { de: 'Straßenbahnen' }, city: 'Lisbon', picture: null }
export const held: Booking = {
  ...ofSession,
  bookingId: 'b1',
  travellerId: 'ann',
  seats: 2,
  endsAt,
  expiresAt: '2030-04-01T09:10:00Z',
  status: 'held',
  visited: false,
}
const bookings: Record<string, Booking> = {
  b1: held,
  b2: { ...held, bookingId: 'b2', status: 'confirmed', reference, offer },
  b3: { ...held, bookingId: 'b3', status: 'cancelled', reference },
}
export const payment: TravellerPayment = {
  paymentId: 'b1',
  amount: { ...price, amount: 9000 },
  status: 'open',
  url: checkout,
  declined: null,
  refused: null,
}
const ticket = { ...ofSession, reference, endsAt, seats: 2, status: 'valid' as const }
const days = ['2030-05-01', '2030-05-02', '2030-05-04']
const toSession = (startsAt: string) => {
  const sessionId = `s-${startsAt.slice(5, 13).toLowerCase()}`
  return {
    feed: `session.${sessionId}`,
    version: 4,
    data: { ...ofSession, sessionId, startsAt, capacity: 8, seatsLeft: 6 },
  }
}

export type TestBff = Awaited<ReturnType<typeof startTestBff>>

export async function startTestBff() {
  const [bookingsApi, payments, reviews] = await Promise.all([startBookings(), startPayments(), startReviews()])
  const bff = await startTestProcess(
    (app, context) => {
      const paymentsUpstream = createUpstream({ name: 'payments', urls: [payments.url], context })
      const deps = {
        bookings: createUpstream({ name: 'bookings-api', urls: [bookingsApi.url], context }),
        payments: paymentsUpstream,
        checkouts: paymentsUpstream,
        reviews: createUpstream({ name: 'reviews', urls: [reviews.url], context }),
        origin,
        log: context.log,
      }
      serveBff(app, {
        team: 'bookings',
        releasesDir: '/nowhere',
        fragments: createFragments(deps),
        routes: (api) => serveRoutes(api, deps),
      })
    },
    { identityKey },
  )
  const stop = () => Promise.all([bff, bookingsApi, payments, reviews].map(({ context }) => context.stop()))
  return { bookingsApi, payments, reviews, bff, request: requestOf(bff), stop }
}

function startBookings(): Promise<TestProcess> {
  return startTestProcess(
    (app) => {
      route(app, listSessions, async ({ query: { from = '' } }) => ({
        sessions: days.flatMap((day) =>
          ['09', '10', '11', '12'].map((hour) => toSession(`${day}T${hour}:00:00Z`)).filter(() => day >= from),
        ),
        days: days.map((day) => ({ day, sessions: 4 })),
        city: 'Lisbon',
      }))
      route(app, holdSeats, async ({ body, ...request }) => {
        requireIdentity(request)
        requireKey(request)
        return body.sessionId === 's1' ? { booking: held } : { refused: 'no-such-session' }
      })
      route(app, releaseHold, async () => ({ refused: 'hold-ended' }))
      route(app, cancelBooking, async () => ({ booking: { ...held, bookingId: 'b2', status: 'cancelled' as const } }))
      route(app, getBooking, async ({ params, ...request }) => {
        const booking = bookings[params.bookingId]
        if (requireIdentity(request).sub !== 'ann' || !booking) return { refused: 'no-such-booking' }
        return { booking: { feed: `booking.ann__${params.bookingId}`, version: 3, data: booking } }
      })
      route(app, myBookings, async (request) => {
        const travellerId = requireIdentity(request).sub
        return { bookings: { feed: `traveller.${travellerId}`, version: 1, data: { travellerId, bookings: [held] } } }
      })
      route(app, earlierBookings, async ({ query, ...request }) => {
        requireIdentity(request)
        return { bookings: query.before === 'b1' ? [bookings.b2 as Booking] : [], earlier: null }
      })
      route(app, getTicket, async ({ params }) =>
        params.reference === reference ? { ticket } : { refused: 'no-such-ticket' },
      )
      serveFeedHeads(app, async (feeds) => feeds.map((feed) => ({ feed, version: 3, data: 'of bookings' })))
    },
    { identityKey },
  )
}

function startPayments(): Promise<TestProcess> {
  return startTestProcess(
    (app) => {
      route(app, payBooking, async ({ params }) =>
        params.bookingId === 'b2'
          ? { refused: 'already-paid' }
          : { payment: { feed: 'payment.ann__b1', version: 2, data: payment } },
      )
      route(app, getPayment, async ({ params }) => {
        if (params.bookingId === 'b3') throw new Error('out of order')
        return { payment: params.bookingId === 'b1' ? { feed: 'payment.ann__b1', version: 2, data: payment } : null }
      })
      serveFeedHeads(app, async (feeds) =>
        feeds.filter((feed) => feed.endsWith('b1')).map((feed) => ({ feed, version: 2, data: 'of payments' })),
      )
    },
    { identityKey },
  )
}

/** Ann has not reviewed b2; for bob it is out of order. */
function startReviews(): Promise<TestProcess> {
  return startTestProcess(
    (app) => {
      route(app, listVisitsToReview, async (request) => {
        if (requireIdentity(request).sub !== 'ann') throw new Error('out of order')
        return { visits: [{ bookingId: 'b2', experienceId: 'e1', endedAt: endsAt }] }
      })
    },
    { identityKey },
  )
}

export async function as(sub: string) {
  return { [IDENTITY_HEADER]: await signIdentity({ sub, role: 'traveller', sid: `of-${sub}` }, privateKey) }
}
export const asAnn = () => as('ann')

const requestOf =
  (bff: TestProcess) =>
  async (method: string, path: string, { body, headers = {} }: { body?: object; headers?: object } = {}) => {
    const json = { accept: 'application/json', 'content-type': 'application/json' }
    const answer = await fetch(bff.url + path, {
      method,
      headers: { ...json, ...headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    return [answer.status, await answer.json()]
  }
