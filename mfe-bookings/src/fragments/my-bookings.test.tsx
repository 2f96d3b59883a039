import { describe, expect, test } from 'vitest'
import { changedSince, mergeBookings } from '../bookings-told.ts'
import { aBooking, anOffer, render } from '../testing/stage.tsx'
import { MyBookings } from './MyBookings.tsx'
import { Sessions } from './Sessions.tsx'

const mineOf = (...bookings: ReturnType<typeof aBooking>[]) => ({
  feed: 'traveller.ann',
  version: 3,
  data: { travellerId: 'ann', bookings },
})

describe('my bookings', () => {
  test('show the time left, and offer to pay or release only what is held', () => {
    const html = render(MyBookings, { page: '/bookings', mine: mineOf(aBooking('a'), aBooking('b', 'expired')) })
    expect(html).toContain('10:00 left')
    expect(html.match(/<button/g)).toHaveLength(2)
    expect(html).toContain('Pay €64')
    expect(html).toContain('the seats went back')
  })

  test('are named in the reader’s language', () => {
    const mine = mineOf(
      aBooking('a', 'confirmed'),
      aBooking('b', 'confirmed', { offer: { ...anOffer, translations: {} } }),
    )
    const html = render(MyBookings, { page: '/bookings', mine }, { locale: 'de-DE' })
    expect(html).toContain('>Straßenbahnen</a>')
    expect(html).toContain('<bdi lang="en" dir="auto">Trams</bdi>')
    expect(html).toContain('Gebucht und bezahlt')
  })

  test('are in the city of what is booked, not in that of its zone', () => {
    const html = render(MyBookings, { page: '/bookings', mine: mineOf(aBooking('a', 'confirmed')) })
    expect(html).toContain('in Sintra')
    expect(html).not.toContain('in Lisbon')
  })

  test('show what is soonest first, and what was last first', () => {
    const on = (day: number, more = {}) => ({ startsAt: `2030-03-${day}T18:30:00Z`, ...more })
    const mine = mineOf(
      aBooking('later', 'confirmed', on(20)),
      aBooking('soon', 'held', on(12)),
      aBooking('long-ago', 'confirmed', on(10, { visited: true })),
      aBooking('lately', 'cancelled', on(11)),
    )
    const html = render(MyBookings, { page: '/bookings', mine })
    const shown = [...html.matchAll(/data-booking="([^"]*)"/g)].map(([, id]) => id)
    expect(shown).toEqual(['soon', 'later', 'lately', 'long-ago'])
  })

  test('stand by what is ahead and what was earlier, each with its own page', () => {
    const mine = mineOf(aBooking('a', 'confirmed'), aBooking('b', 'confirmed', { visited: true }))
    const [ahead = '', earlier = ''] = render(MyBookings, { page: '/bookings', mine }).split('Earlier')
    expect(ahead).toContain('href="/bookings/a"')
    expect(earlier).toContain('href="/bookings/b"')
  })

  test('give each form an intention of its own', () => {
    const html = render(MyBookings, { page: '/bookings', mine: mineOf(aBooking('a'), aBooking('b')) })
    const keys = [...html.matchAll(/name="key" value="([^"]*)"/g)].map(([, key]) => key)
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(4)
  })

  test('ask who you are first', () => {
    expect(render(MyBookings, { page: '/bookings', mine: null })).toContain('href="/sign-in?next=%2Fbookings"')
  })
})

test('what is held here leads to its payment, and holding more becomes the quieter button', () => {
  const session = { ...aBooking('x'), capacity: 12, seatsLeft: 5 }
  const sessions = [{ feed: 'session.tram-1', version: 1, data: session }]
  const days = [{ day: '2030-03-14', sessions: 1 }]
  const page = { page: '/e/tram', experienceId: 'tram', sessions, days, city: 'Sintra', from: null }
  const html = render(Sessions, {
    ...page,
    mine: mineOf(aBooking('a'), aBooking('b', 'held', { experienceId: 'other' })),
  })
  expect(html.match(/href="\/bookings\/[^"]*"/g)).toEqual(['href="/bookings/a"'])
  expect(html.match(/class="\S*button\S* \S*action\S*"/g)).toHaveLength(1)
})

describe('the answer and the feed', () => {
  test('a booking that is answered but not told of yet is shown', () => {
    const merged = mergeBookings([aBooking('old')], [aBooking('new')])
    expect(merged.map(({ bookingId }) => bookingId)).toEqual(['new', 'old'])
  })

  test('once the feed tells of it, the feed decides', () => {
    expect(mergeBookings([aBooking('new', 'expired')], [aBooking('new')])).toEqual([aBooking('new', 'expired')])
  })

  test('a booking changes once: it was there before and stands differently now', () => {
    const before = [aBooking('a'), aBooking('b', 'expired')]
    const after = [aBooking('c', 'released'), aBooking('a', 'confirmed'), aBooking('b', 'expired')]
    expect(changedSince(before, after)).toEqual([aBooking('a', 'confirmed')])
  })
})
