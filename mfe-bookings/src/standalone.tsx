import type { Ticket } from '@fernweh/contracts/api/bookings'
import { busEvents } from '@fernweh/contracts/browser/bus-events'
import type { Booking, SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { BookingData, MyBookingsData, SessionsData, TicketData } from '@fernweh/contracts/fragments/bookings'
import type { StandaloneOptions } from '@fernweh/kit/browser/rendering/standalone'

const experienceId = 'lisbon-tram'
const zone = 'Europe/Lisbon'
const price = { amount: 3200, currency: 'EUR' }
const reference = 'FW-7K3MQ2XZ4D'
const offer = {
  title: 'The last wooden trams',
  language: 'en',
  translations: { de: 'Die letzten Straßenbahnen aus Holz' },
  city: 'Lisbon',
  picture: null,
}
const [startsAt, endsAt] = ['2030-03-12T18:30:00Z', '2030-03-12T20:30:00Z']

const sessions = [0, 2, 5, 9, 12, 12, 12, 12].map((seatsLeft, at) => {
  const day = `2030-03-1${at}T18:30:00Z`
  const data: SessionSeats = {
    sessionId: `tram-${at}`,
    experienceId,
    startsAt: day,
    zone,
    capacity: 12,
    seatsLeft,
    price,
  }
  return { feed: `session.tram-${at}`, version: 1, data }
})

const days = sessions.map(({ data }) => ({ day: data.startsAt.slice(0, 10), sessions: 1 }))

function toBooking(status: Booking['status'], seats: number): Booking {
  const expiresAt = new Date(Date.now() + 600_000).toISOString()
  const ids = { bookingId: `${status}-${seats}`, travellerId: 'ann', sessionId: 'tram-2', experienceId }
  return { ...ids, seats, startsAt, endsAt, zone, price, expiresAt, status, visited: false, reference, offer }
}

const statuses: Booking['status'][] = ['held', 'confirmed', 'expired', 'cancelled']
const bookings = statuses.map((status, at) => toBooking(status, at + 1))
const mine = { feed: 'traveller.ann', version: 1, data: { travellerId: 'ann', bookings } }
const payment: TravellerPayment = {
  paymentId: 'held-1',
  amount: price,
  status: 'open',
  url: 'https://checkout.example/pay',
  declined: null,
  refused: null,
}
const sessionsData: SessionsData = {
  page: '/e/lisbon-tram',
  experienceId,
  sessions: sessions.slice(0, 4),
  days,
  city: offer.city,
  from: null,
  choice: { seats: 2, sessionId: null },
  mine,
}
const bookingsData: MyBookingsData = { page: '/bookings', toReview: [], mine }
const bookingData: BookingData = {
  page: '/bookings/held-1',
  view: {
    booking: { feed: 'booking.ann__held-1', version: 1, data: toBooking('held', 1) },
    payment: { feed: 'payment.ann__held-1', version: 0, data: null },
    back: null,
  },
}
const ticket: Ticket = { reference, experienceId, offer, startsAt, endsAt, zone, seats: 2, status: 'valid' }
/** A plain square instead of a QR code, which would lead nowhere here. */
const ticketData: TicketData = { shown: { ticket, code: { modules: 25, path: 'M2 2h21v21H2z' } } }

export const options: StandaloneOptions = {
  user: { id: 'ann', role: 'traveller' },
  events: busEvents,
  samples: {
    Sessions: { data: sessionsData, url: '/e/lisbon-tram', params: { id: experienceId } },
    MyBookings: { data: bookingsData, url: '/bookings' },
    Booking: { data: bookingData, url: '/bookings/held-1', params: { id: 'held-1' } },
    Ticket: { data: ticketData, url: `/tickets/${reference}`, params: { reference } },
  },
  answers: {
    'GET /sessions': ({ query }) => {
      const { from = '' } = query as { from?: string }
      return { sessions: sessions.filter(({ data }) => data.startsAt >= from).slice(0, 4), days, city: offer.city }
    },
    'POST /holds': ({ body }) => ({ booking: toBooking('held', (body as { seats: number }).seats) }),
    'POST /bookings/:bookingId/release': () => ({ booking: toBooking('released', 1) }),
    'POST /bookings/:bookingId/cancel': () => ({ booking: toBooking('cancelled', 2) }),
    'POST /bookings/:bookingId/pay': () => ({ payment: { feed: 'payment.ann__held-1', version: 1, data: payment } }),
  },
}
