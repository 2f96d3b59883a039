import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, asAnn, held, payment, reference, startTestBff, type TestBff } from '../testing/test-bff.ts'

let team: TestBff
beforeAll(async () => {
  team = await startTestBff()
})
afterAll(() => team.stop())

describe('fragments', () => {
  const withData = (data: object) => [200, { state: { data } }]
  const fragment = (name: string, url: string, params: object) =>
    `/fragments/${name}?${new URLSearchParams({ url, params: JSON.stringify(params) })}`

  it('show sessions to everybody, and bookings to their owner', async () => {
    const path = fragment('Sessions', '/e/e1?x=1', { id: 'e1' })
    expect(await team.request('GET', path)).toMatchObject(
      withData({ page: '/e/e1?x=1', experienceId: 'e1', city: 'Lisbon', from: null, mine: null }),
    )
    const mine = { feed: 'traveller.ann', data: { bookings: [held] } }
    expect(await team.request('GET', path, { headers: await asAnn() })).toMatchObject(withData({ mine }))
  })

  it('show the sessions of a few whole days, from the requested one or that of the chosen session on, and list all days', async () => {
    const sessionsFrom = async (search: string) => {
      const [, answer] = await team.request('GET', fragment('Sessions', `/e/e1${search}`, { id: 'e1' }))
      const { sessions, days, from } = (answer as { state: { data: SessionsData } }).state.data
      const shown = new Set(sessions.map(({ data }) => data.startsAt.slice(0, 10)))
      return [from, sessions.length, [...shown], days.length]
    }
    expect(await sessionsFrom('')).toEqual([null, 4, ['2030-05-01'], 3])
    expect(await sessionsFrom('?from=2030-05-02')).toEqual(['2030-05-02', 4, ['2030-05-02'], 3])
    expect(await sessionsFrom('?session=s-05-04t10')).toEqual(['2030-05-04', 4, ['2030-05-04'], 3])
    expect(await sessionsFrom('?session=s-05-01t12')).toEqual([null, 4, ['2030-05-01'], 3])
    expect(await sessionsFrom('?from=tomorrow')).toEqual([null, 4, ['2030-05-01'], 3])
    const [, read] = await team.request('GET', '/api/sessions?experience=e1&from=2030-05-04')
    expect(read).toMatchObject({ sessions: [{ data: { sessionId: 's-05-04t09' } }, {}, {}, {}] })
  })

  it('need a sign-in to show bookings', async () => {
    expect(await team.request('GET', fragment('MyBookings', '/bookings', {}))).toMatchObject(
      withData({ page: '/bookings', mine: null, toReview: [] }),
    )
    expect(await team.request('GET', fragment('Booking', '/bookings/b1?checkout=done', { id: 'b1' }))).toMatchObject([
      200,
      { status: 303, meta: { location: '/sign-in?next=%2Fbookings%2Fb1%3Fcheckout%3Ddone' } },
    ])
  })

  it('show earlier bookings from a given one on, for who is signed in', async () => {
    const earlier = (headers: object, url: string) => team.request('GET', fragment('MyBookings', url, {}), { headers })
    const shown = { state: { data: { earlier: { bookings: [{ bookingId: 'b2' }], earlier: null } } } }
    expect(await earlier(await asAnn(), '/bookings?before=b1')).toMatchObject([200, shown])
    expect(await earlier(await asAnn(), '/bookings?before=*')).toMatchObject([
      200,
      { state: { data: { earlier: null } } },
    ])
    expect(await earlier({}, '/bookings?before=b1')).toMatchObject([
      200,
      { state: { data: { mine: null, earlier: null } } },
    ])
  })

  it('name the visits without a review, and do without while reviews does not answer', async () => {
    const path = fragment('MyBookings', '/bookings', {})
    const shownTo = async (who: string) => team.request('GET', path, { headers: await as(who) })
    expect(await shownTo('ann')).toMatchObject(withData({ toReview: ['b2'] }))
    expect(await shownTo('bob')).toMatchObject(withData({ mine: { feed: 'traveller.bob' }, toReview: [] }))
  })

  it('show a booking with its payment, and reload while it is pending', async () => {
    const headers = await asAnn()
    const booking = (url: string, id: string) => team.request('GET', fragment('Booking', url, { id }), { headers })
    expect(await booking('/bookings/b1?checkout=done', 'b1')).toMatchObject([
      200,
      {
        meta: { refresh: 5 },
        state: { data: { page: '/bookings/b1', view: { back: 'done', payment: { version: 2, data: payment } } } },
      },
    ])
    expect(await booking('/bookings/b1?checkout=elsewhere', 'b1')).toMatchObject([
      200,
      { meta: {}, state: { data: { view: { back: null } } } },
    ])
    const unpaid = { feed: 'payment.ann__b2', version: 0, data: null }
    expect(await booking('/bookings/b2', 'b2')).toMatchObject([
      200,
      { title: 'booking.page-title', state: { data: { view: { payment: unpaid } } } },
    ])
  })

  it('show a booking without its payment while payments fails', async () => {
    const headers = await asAnn()
    expect(await team.request('GET', fragment('Booking', '/bookings/b3', { id: 'b3' }), { headers })).toMatchObject(
      withData({ view: { booking: { data: { bookingId: 'b3' } }, payment: { version: 0, data: null } } }),
    )
  })

  it('are a 404 for another traveller’s booking, and for an invalid id', async () => {
    const path = fragment('Booking', '/bookings/b1', { id: 'b1' })
    expect(await team.request('GET', path, { headers: await as('bob') })).toMatchObject([200, { status: 404 }])
    const odd = fragment('Booking', '/bookings/../x', { id: '../x' })
    expect(await team.request('GET', odd, { headers: await asAnn() })).toMatchObject([200, { status: 404 }])
    expect(await team.request('GET', fragment('Sessions', '/e/../x', { id: '../x' }))).toMatchObject([
      404,
      { refused: 'not-found' },
    ])
  })

  it('show a ticket to everybody who has its reference', async () => {
    const path = (reference: string) => fragment('Ticket', `/tickets/${reference}`, { reference })
    expect(await team.request('GET', path(reference))).toMatchObject(
      withData({ shown: { ticket: { reference, status: 'valid' }, code: { modules: expect.any(Number) } } }),
    )
    expect(await team.request('GET', path('FW-2222222222'))).toMatchObject([200, { status: 404 }])
    expect(await team.request('GET', path('FW-1OI0'))).toMatchObject([200, { status: 404 }])
  })
})
