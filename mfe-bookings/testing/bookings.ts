import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { User } from '@fernweh/kit/browser/host/host'

export const ann: User = { id: 'ann', role: 'traveller' }
export const reference = 'FW-7K3MQ2XZ4D'
export const checkout = 'https://checkout.example/c/pay/cs_1'

export const tramTitle = {
  title: 'Trams',
  language: 'en',
  translations: { de: 'Straßenbahnen' },
  city: 'Sintra',
  country: 'PT',
  place: { latitude: 38.8, longitude: -9.38 },
  picture: null,
}

export function aBooking(bookingId: string, status: Booking['status'] = 'held', more: Partial<Booking> = {}): Booking {
  return {
    bookingId,
    travellerId: 'ann',
    sessionId: 'tram-1',
    experienceId: 'tram',
    seats: 2,
    startsAt: '2030-03-14T18:30:00Z',
    endsAt: '2030-03-14T20:30:00Z',
    zone: 'Europe/Lisbon',
    price: { amount: 3200, currency: 'EUR' },
    expiresAt: '2030-03-01T10:10:00Z',
    status,
    visited: false,
    offer: tramTitle,
    ...(status === 'confirmed' || status === 'cancelled' ? { reference } : {}),
    ...more,
  }
}

export function aPayment(status: TravellerPayment['status'], more: Partial<TravellerPayment> = {}): TravellerPayment {
  const url = status === 'open' ? checkout : null
  return {
    paymentId: 'b1',
    amount: { amount: 6400, currency: 'EUR' },
    status,
    url,
    declined: null,
    refused: null,
    ...more,
  }
}
