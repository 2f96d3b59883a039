import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allBookings, type BookingMap, type BookingState, getBooking, noBookings, putBooking } from './booking-map.ts'

const booking = (bookingId: string, seats: number): BookingState => ({
  bookingId,
  travellerId: 'ann',
  seats,
  price: { amount: 100, currency: 'EUR' },
  expiresAt: '2027-04-01T12:00:00.000Z',
  status: 'held',
  visited: false,
})

it('keeps the last booking put under each id, like a Map', () => {
  const puts = fc.array(
    fc.record({ id: fc.stringMatching(/^[a-z0-9_-]{1,6}$/), seats: fc.integer({ min: 1, max: 9 }) }),
  )
  fc.assert(
    fc.property(puts, (puts) => {
      const model = new Map(puts.map(({ id, seats }) => [id, booking(id, seats)]))
      const map = puts.reduce<BookingMap>((before, { id, seats }) => putBooking(before, booking(id, seats)), noBookings)
      for (const [id, expected] of model) expect(getBooking(map, id)).toEqual(expected)
      expect(allBookings(map)).toHaveLength(model.size)
      expect(getBooking(map, 'never-put')).toBeUndefined()
    }),
  )
})
