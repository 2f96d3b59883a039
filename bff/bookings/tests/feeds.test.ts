import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createTestContext } from '@fernweh/kit/testing/process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHeads, mayFollow } from '../src/feeds.ts'
import { startTestBff, type TestBff } from '../testing/test-bff.ts'

let team: TestBff
beforeAll(async () => {
  team = await startTestBff()
})
afterAll(() => team.stop())

describe('who may follow', () => {
  const ann = { sub: 'ann', role: 'traveller', sid: 'of-ann' } as const
  it.each([
    ['session.s1', null, true],
    ['traveller.ann', ann, true],
    ['booking.ann__b1', ann, true],
    ['payment.ann__b1', ann, true],
    ['traveller.bob', ann, false],
    ['booking.bob__b1', ann, false],
    ['booking.anna__b1', ann, false],
    ['payment.bob__b1', ann, false],
    ['payment.ann', ann, false],
    ['traveller.ann', null, false],
    ['payment.null__b1', null, false],
    ['rating.e1', ann, false],
  ])('%s', (feed, identity, allowed) => {
    expect(mayFollow(feed, identity)).toBe(allowed)
  })
})

describe('heads of feeds', () => {
  async function heads() {
    const { context } = createTestContext()
    const [bookings, payments] = [team.bookingsApi, team.payments].map(({ url }) =>
      createUpstream({ name: 'owner', urls: [url], context }),
    )
    if (!bookings || !payments) throw new Error('an upstream is missing')
    return createHeads({ bookings, payments })
  }

  it('come from their owners; a payment that was never requested is at version 0', async () => {
    const { head } = await heads()
    expect(await head('booking.ann__b1')).toMatchObject({ version: 3, data: 'of bookings' })
    expect(await head('payment.ann__b1')).toMatchObject({ version: 2, data: 'of payments' })
    expect(await head('payment.ann__b9')).toEqual({ feed: 'payment.ann__b9', version: 0, data: null })
  })

  it('are read together', async () => {
    const { versions } = await heads()
    expect(await versions(['booking.ann__b1', 'payment.ann__b1', 'payment.ann__b9'])).toEqual({
      'booking.ann__b1': 3,
      'payment.ann__b1': 2,
    })
  })
})
