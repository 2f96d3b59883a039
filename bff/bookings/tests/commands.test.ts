import { IDENTITY_HEADER } from '@fernweh/kit/server/http/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asAnn, checkout, held, startTestBff, type TestBff } from '../testing/test-bff.ts'

let team: TestBff
beforeAll(async () => {
  team = await startTestBff()
})
afterAll(() => team.stop())

describe('holding seats', () => {
  const body = { sessionId: 's1', seats: 2 }

  it('is passed on with ann’s identity and key', async () => {
    const headers = { ...(await asAnn()), 'idempotency-key': 'key-12345' }
    expect(await team.request('POST', '/api/holds', { body, headers })).toEqual([200, { booking: held }])
  })

  it('needs a sign-in and a key', async () => {
    expect(await team.request('POST', '/api/holds', { body, headers: { 'idempotency-key': 'key-12345' } })).toEqual([
      401,
      { refused: 'sign-in-needed' },
    ])
    expect(await team.request('POST', '/api/holds', { body, headers: await asAnn() })).toMatchObject([
      400,
      { invalid: [{ field: 'idempotency-key' }] },
    ])
  })

  it('passes refusals on', async () => {
    const headers = { ...(await asAnn()), 'idempotency-key': 'key-12345' }
    expect(await team.request('POST', '/api/holds', { body: { ...body, sessionId: 's2' }, headers })).toEqual([
      409,
      { refused: 'no-such-session' },
    ])
    expect(await team.request('POST', '/api/bookings/b1/release', { headers })).toEqual([
      409,
      { refused: 'hold-ended' },
    ])
  })

  it.each([0, -1, 1.5, 21, '2', null])('for %j seats never reach the service', async (seats) => {
    const before = team.bookingsApi.lines.length
    const answer = await team.request('POST', '/api/holds', { body: { ...body, seats }, headers: await asAnn() })
    expect(answer).toMatchObject([400, { invalid: [{ field: 'seats' }] }])
    expect(team.bookingsApi.lines.slice(before).map(({ path }) => path)).not.toContain('/holds')
  })
})

describe('without script', () => {
  async function submit(path: string, fields: object, headers: object = {}) {
    const body = new URLSearchParams({ key: 'key-12345', page: '/e/e1', ...fields })
    const request = { method: 'POST', headers: { ...(await asAnn()), ...headers }, body, redirect: 'manual' as const }
    const answer = await fetch(team.bff.url + path, request)
    return [answer.status, answer.headers.get('location')]
  }

  it('a hold leads to its booking, a payment to the provider, a cancellation back to the booking', async () => {
    expect(await submit('/api/holds', { sessionId: 's1', seats: '2', form: 'hold' })).toEqual([303, '/bookings/b1'])
    expect(await submit('/api/bookings/b1/pay', {})).toEqual([303, checkout])
    expect(await submit('/api/bookings/b2/cancel', {})).toEqual([303, '/bookings/b2'])
  })

  it('a refusal leads back to the form with what was chosen, and so do seats that are no number', async () => {
    const hold = { sessionId: 's2', seats: '4', form: 'hold' }
    const back = '/e/e1?seats=4&session=s2&refused=no-such-session&form=hold#hold'
    expect(await submit('/api/holds', hold)).toEqual([303, back])
    expect(await submit('/api/holds', { ...hold, seats: '2,3' })).toEqual([
      303,
      '/e/e1?session=s2&invalid=seats&form=hold#hold',
    ])
    expect(await submit('/api/bookings/b2/pay', {})).toEqual([303, '/e/e1?refused=already-paid'])
  })

  it('nobody holds without a sign-in, which leads back to what was chosen', async () => {
    const stranger = { [IDENTITY_HEADER]: '' }
    expect(await submit('/api/holds', { sessionId: 's1', seats: '4' }, stranger)).toEqual([
      303,
      '/sign-in?next=%2Fe%2Fe1%3Fseats%3D4%26session%3Ds1',
    ])
  })
})
