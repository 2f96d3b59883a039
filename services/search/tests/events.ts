/** Events of catalog, bookings and reviews about two experiences in Lisbon and Kyoto. */
import {
  bookingCancelled,
  bookingConfirmed,
  holdExpired,
  holdReleased,
  seatsHeld,
  sessionOpened,
  visitEnded,
} from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import { reviewWritten } from '@fernweh/contracts/events/reviews'

export {
  bookingCancelled,
  bookingConfirmed,
  experiencePublished,
  holdExpired,
  holdReleased,
  pictureMade,
  reviewWritten,
  seatsHeld,
  sessionOpened,
  visitEnded,
}

const price = { amount: 4500, currency: 'EUR' }

export const tiles = {
  experienceId: 'tiles',
  hostId: 'cleo',
  title: 'Paint your own azulejos',
  summary: 'Two hours with brush and glaze',
  language: 'en',
  translations: {},
  description: 'In a workshop in Alfama, with tea afterwards.',
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'craft' as const,
  durationMinutes: 120,
  languages: ['en', 'pt'],
  price,
}

export const tea = {
  ...tiles,
  experienceId: 'tea',
  title: 'A bowl of tea',
  summary: 'The ceremony, slowly',
  description: 'Whisked, turned, and drunk in silence.',
  city: 'Kyōto',
  country: 'JP',
  zone: 'Asia/Tokyo',
}

export const session = (sessionId: string, startsAt: string, { experienceId = 'tiles', capacity = 8 } = {}) => ({
  sessionId,
  experienceId,
  startsAt,
  zone: 'Europe/Lisbon',
  durationMinutes: 120,
  capacity,
  price,
})

export const seats = (sessionId: string, holdId: string, count: number) => ({
  sessionId,
  holdId,
  travellerId: 'ann',
  seats: count,
})
export const held = (sessionId: string, holdId: string, count: number) => ({
  ...seats(sessionId, holdId, count),
  price,
  expiresAt: '2030-01-01T00:10:00.000Z',
})

const booking = (sessionId: string, bookingId: string, count: number) => ({
  sessionId,
  bookingId,
  travellerId: 'ann',
  seats: count,
})
export const confirmed = (sessionId: string, bookingId: string, count: number) => ({
  ...booking(sessionId, bookingId, count),
  price,
  reference: 'FW-7K3MQ2XZ4D',
  paymentId: bookingId,
})
export const cancelled = (sessionId: string, bookingId: string, count: number) => ({
  ...booking(sessionId, bookingId, count),
  paymentId: bookingId,
})
export const ended = (sessionId: string, bookingId: string, count: number) => ({
  ...booking(sessionId, bookingId, count),
  experienceId: 'tiles',
})

export const review = (authorId: string, rating: number, experienceId = 'tiles') => ({
  reviewId: `${experienceId}-${authorId}`,
  bookingId: `${experienceId}-${authorId}`,
  experienceId,
  authorId,
  rating,
  text: 'lovely',
})
