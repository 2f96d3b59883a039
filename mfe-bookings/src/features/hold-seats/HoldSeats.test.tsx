import type { SessionsData } from '@fernweh/contracts/parts/bookings'
import type { User } from '@fernweh/kit/browser/host'
import { createInertHost } from '@fernweh/kit/browser/inert-host'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { toAvailabilityWords } from './availability.ts'
import { HoldSeats } from './HoldSeats.tsx'
import { toRefusalWords } from './refusal-words.ts'

const ann: User = { id: 'ann', role: 'traveller' }

function render(user: User | null, seatsLeft: number[]): string {
  const host = createInertHost({ user, locale: 'en-GB', release: 'test' })
  return renderToString(<HoldSeats data={toData(seatsLeft)} host={host} onHeld={() => {}} held={null} />)
}

function toData(seatsLeft: number[]): SessionsData {
  const sessions = seatsLeft.map((left, at) => ({
    feed: `session.s${at}`,
    version: 1,
    data: {
      sessionId: `s${at}`,
      experienceId: 'tram',
      startsAt: '2030-03-14T18:30:00Z',
      zone: 'Europe/Lisbon',
      capacity: 12,
      seatsLeft: left,
      price: { amount: 3200, currency: 'EUR' },
    },
  }))
  return { page: '/e/tram?from=list', experienceId: 'tram', sessions, mine: null }
}

describe('choosing a session', () => {
  test('the first with room for the party is chosen already', () => {
    const [full, one, chosen] = render(ann, [0, 1, 2]).match(/<input[^>]*>/g) ?? []
    expect([full, one, chosen].map((input) => input?.includes('checked'))).toEqual([false, false, true])
  })

  test('ann is offered the button, a stranger the way to sign in and back', () => {
    expect(render(ann, [5])).toMatch(/<button[^>]*>Hold <!-- -->2 seats/)
    expect(render(null, [5])).toContain('href="/sign-in?next=%2Fe%2Ftram%3Ffrom%3Dlist"')
  })

  test('without sessions there is nothing to press', () => {
    expect(render(ann, [])).not.toContain('<button')
  })
})

test('scarcity is said only when it is true', () => {
  expect([0, 1, 3, 4].map(toAvailabilityWords)).toEqual([
    'Full',
    'Only 1 seat left',
    'Only 3 seats left',
    '4 seats left',
  ])
})

test('every refusal says what was kept', () => {
  const refusals = ['session-full', 'not-enough-seats', 'session-started', 'no-such-session'] as const
  for (const refusal of refusals) expect(toRefusalWords(refusal, 2)).toContain('Nothing was held')
})
