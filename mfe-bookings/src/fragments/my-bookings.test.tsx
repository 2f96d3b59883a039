import { describe, expect, test } from 'vitest'
import { aBooking, reference, tramTitle } from '../../testing/bookings.ts'
import { render } from '../../testing/render.tsx'
import { findChangedBookings, mergeBookings } from '../booking/booking-changes.ts'
import { MyBookings } from './MyBookings.tsx'
import { Sessions } from './Sessions.tsx'

const mineOf = (...bookings: ReturnType<typeof aBooking>[]) => ({
  feed: 'traveller.ann',
  version: 3,
  data: { travellerId: 'ann', bookings },
})

describe('my bookings', () => {
  test('show the time left, and pay and release buttons for held seats only', () => {
    const html = render(MyBookings, {
      page: '/bookings',
      toReview: [],
      mine: mineOf(aBooking('a'), aBooking('b', 'expired')),
    })
    expect(html).toContain('10:00 left')
    expect(html.match(/<button/g)).toHaveLength(2)
    expect(html).toContain('Pay €64')
    expect(html).toContain('your seats were released')
  })

  test('show titles in the reader’s language', () => {
    const mine = mineOf(
      aBooking('a', 'confirmed'),
      aBooking('b', 'confirmed', { offer: { ...tramTitle, translations: {} } }),
    )
    const html = render(MyBookings, { page: '/bookings', toReview: [], mine }, { locale: 'de-DE' })
    expect(html).toContain('>Straßenbahnen</a>')
    expect(html).toContain('<bdi lang="en" dir="auto">Trams</bdi>')
    expect(html).toContain('Gebucht und bezahlt')
  })

  test('name the experience’s city, not the city of its time zone', () => {
    const html = render(MyBookings, { page: '/bookings', toReview: [], mine: mineOf(aBooking('a', 'confirmed')) })
    expect(html).toContain('in Sintra')
    expect(html).not.toContain('in Lisbon')
  })

  test('list upcoming bookings soonest first and past ones latest first', () => {
    const on = (day: number, more = {}) => ({ startsAt: `2030-03-${day}T18:30:00Z`, ...more })
    const mine = mineOf(
      aBooking('later', 'confirmed', on(20)),
      aBooking('soon', 'held', on(12)),
      aBooking('long-ago', 'confirmed', on(10, { visited: true })),
      aBooking('lately', 'cancelled', on(11)),
    )
    const html = render(MyBookings, { page: '/bookings', toReview: [], mine })
    const shown = [...html.matchAll(/data-booking="([^"]*)"/g)].map(([, id]) => id)
    expect(shown).toEqual(['soon', 'later', 'lately', 'long-ago'])
  })

  test('lead to the ticket of what is booked', () => {
    const html = render(MyBookings, {
      page: '/bookings',
      toReview: [],
      mine: mineOf(aBooking('a', 'confirmed'), aBooking('b')),
    })
    expect(html.match(/href="\/tickets\/[^"]*"/g)).toEqual([`href="/tickets/${reference}"`])
  })

  test('are grouped into upcoming and past, each linking to its page', () => {
    const mine = mineOf(aBooking('a', 'confirmed'), aBooking('b', 'confirmed', { visited: true }))
    const [upcoming = '', past = ''] = render(MyBookings, { page: '/bookings', toReview: [], mine }).split(
      'id="bookings-past"',
    )
    expect(upcoming).toContain('href="/bookings/a"')
    expect(past).toContain('href="/bookings/b"')
  })

  test('lead to earlier ones, which are shown alone', () => {
    const past = aBooking('a', 'cancelled')
    const mine = { ...mineOf(past), data: { travellerId: 'ann', bookings: [past], earlier: 'a' } }
    expect(render(MyBookings, { page: '/bookings', toReview: [], mine })).toContain('href="/bookings?before=a"')
    const earlier = { bookings: [aBooking('b', 'released')], earlier: null }
    const html = render(MyBookings, { page: '/bookings?before=a', toReview: [], mine, earlier })
    expect([...html.matchAll(/data-booking="([^"]*)"/g)].map(([, id]) => id)).toEqual(['b'])
    expect(html).toContain('href="/bookings"')
    expect(html).not.toContain('No upcoming bookings')
  })

  test('link to the review of a visit that has none yet', () => {
    const visited = { visited: true }
    const mine = mineOf(
      aBooking('a', 'confirmed', visited),
      aBooking('b', 'confirmed', visited),
      aBooking('c', 'confirmed'),
    )
    const html = render(MyBookings, { page: '/bookings', mine, toReview: ['b'] })
    const links = Array.from(html.matchAll(/<a [^>]*href="([^"]*#review)"[^>]*>([^<]*)/g), ([, ...link]) => link)
    expect(links).toEqual([['/bookings/b#review', 'Review it']])
  })

  test('give each form an idempotency key of its own', () => {
    const html = render(MyBookings, { page: '/bookings', toReview: [], mine: mineOf(aBooking('a'), aBooking('b')) })
    const keys = [...html.matchAll(/name="key" value="([^"]*)"/g)].map(([, key]) => key)
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(4)
  })

  test('say of free ones that they are free, and nothing of payments and refunds', () => {
    const free = { price: { amount: 0, currency: 'EUR' } }
    const mine = mineOf(aBooking('a', 'held', free), aBooking('b', 'confirmed', free), aBooking('c', 'cancelled', free))
    const html = render(MyBookings, { page: '/bookings', toReview: [], mine })
    expect(html.match(/2 seats · <span>Free</g)).toHaveLength(3)
    expect(html).toContain('Book for free')
    expect(html).not.toMatch(/€|paid|Pay /)
  })

  test('ask visitors to sign in', () => {
    expect(render(MyBookings, { page: '/bookings', toReview: [], mine: null })).toContain(
      'href="/sign-in?next=%2Fbookings"',
    )
  })
})

test('a current hold links to its payment, and holding more becomes the secondary button', () => {
  const session = { ...aBooking('x'), capacity: 12, seatsLeft: 5 }
  const sessions = [{ feed: 'session.tram-1', version: 1, data: session }]
  const days = [{ day: '2030-03-14', sessions: 1 }]
  const page = {
    page: '/e/tram',
    experienceId: 'tram',
    sessions,
    days,
    city: 'Sintra',
    from: null,
    choice: { seats: 2, sessionId: null },
  }
  const html = render(Sessions, {
    ...page,
    mine: mineOf(aBooking('a'), aBooking('b', 'held', { experienceId: 'other' })),
  })
  expect(html.match(/href="\/bookings\/[^"]*"/g)).toEqual(['href="/bookings/a"'])
  expect(html.match(/class="\S*button\S* \S*action\S*"/g)).toHaveLength(1)
})

describe('answers and feed', () => {
  test('a booking known from an answer is shown before the feed has it', () => {
    const merged = mergeBookings([aBooking('old')], [aBooking('new')])
    expect(merged.map(({ bookingId }) => bookingId)).toEqual(['new', 'old'])
  })

  test('the feed’s version of a booking wins', () => {
    expect(mergeBookings([aBooking('new', 'expired')], [aBooking('new')])).toEqual([aBooking('new', 'expired')])
  })

  test('finds bookings whose status changed, without new ones', () => {
    const before = [aBooking('a'), aBooking('b', 'expired')]
    const after = [aBooking('c', 'released'), aBooking('a', 'confirmed'), aBooking('b', 'expired')]
    expect(findChangedBookings(before, after)).toEqual([aBooking('a', 'confirmed')])
  })
})
