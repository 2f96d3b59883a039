import type { Hold } from '@fernweh/contracts/feeds/bookings'
import { createInertHost } from '@fernweh/kit/browser/inert-host'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { HoldList } from './HoldList.tsx'
import { endedSince, mergeHolds } from './merge-holds.ts'
import { toShownHold } from './release-state.ts'

function hold(holdId: string, status: Hold['status'] = 'held'): Hold {
  return {
    holdId,
    sessionId: 'tram-1',
    experienceId: 'tram',
    seats: 2,
    startsAt: '2030-03-14T18:30:00Z',
    zone: 'Europe/Lisbon',
    price: { amount: 3200, currency: 'EUR' },
    expiresAt: '2030-03-01T10:10:00Z',
    status,
  }
}

describe('the answer and the feed', () => {
  test('a hold that is answered but not told of yet is shown', () => {
    expect(mergeHolds([hold('old')], [hold('new')]).map(({ holdId }) => holdId)).toEqual(['new', 'old'])
  })

  test('once the feed tells of it, the feed decides', () => {
    expect(mergeHolds([hold('new', 'expired')], [hold('new')])).toEqual([hold('new', 'expired')])
  })

  test('a hold ends once: it was held before and is not any more', () => {
    const before = [hold('a'), hold('b', 'expired')]
    const after = [hold('c', 'released'), hold('a', 'expired'), hold('b', 'expired')]
    expect(endedSince(before, after)).toEqual([hold('a', 'expired')])
  })

  test('an answered release shows before the feed, and never hides that the time ran out', () => {
    const released = { name: 'released', hold: hold('a', 'released') } as const
    expect(toShownHold(hold('a'), released).status).toBe('released')
    expect(toShownHold(hold('a', 'expired'), released).status).toBe('expired')
  })
})

test('my holds show the time left, and release only what is held', () => {
  const mine = {
    feed: 'traveller.ann',
    version: 3,
    data: { travellerId: 'ann', holds: [hold('a'), hold('b', 'expired')] },
  }
  const host = createInertHost({ user: { id: 'ann', role: 'traveller' }, locale: 'en-GB', release: 'test' })
  const clock = { opened: Date.parse('2030-03-01T10:00:00Z'), skew: 0 }
  const html = renderToString(<HoldList mine={mine} page="/holds" host={host} clock={clock} />)
  expect(html).toContain('10:00 left')
  expect(html.match(/<button/g)).toHaveLength(1)
  expect(html).toContain('the seats went back')
})
