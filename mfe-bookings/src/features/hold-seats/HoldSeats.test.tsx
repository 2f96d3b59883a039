import type { Outcome } from '@fernweh/contracts/browser/outcome'
import type { SessionsData } from '@fernweh/contracts/parts/bookings'
import type { User } from '@fernweh/kit/browser/host'
import { createInertHost } from '@fernweh/kit/browser/inert-host'
import { WordsProvider } from '@fernweh/kit/browser/words'
import { createCatalog } from '@fernweh/kit/language/messages'
import { messages as uiMessages } from '@fernweh/ui/messages'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { toAvailabilityWords } from './availability.ts'
import { HoldSeats } from './HoldSeats.tsx'
import { refusalWords } from './refusal-words.ts'

const ann: User = { id: 'ann', role: 'traveller' }

function render(user: User | null, seatsLeft: number[], outcome: Outcome | null = null): string {
  const messages = createCatalog([uiMessages]).read('en-GB')
  const host = createInertHost({ user, locale: 'en-GB', messages, release: 'test' })
  const part = { data: toData(seatsLeft), host, intention: 'intention-of-ann', outcome }
  return renderToString(
    <WordsProvider {...host}>
      <HoldSeats {...part} onHeld={() => {}} held={null} isHolding={false} />
    </WordsProvider>,
  )
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
    const [full, one, chosen] = render(ann, [0, 1, 2]).match(/<input[^>]*type="radio"[^>]*>/g) ?? []
    expect([full, one, chosen].map((input) => input?.includes('checked'))).toEqual([false, false, true])
  })

  test('ann is offered the button, a stranger the way to sign in and back', () => {
    expect(render(ann, [5])).toMatch(/<button type="submit"[^>]*><span>Hold <span[^>]*>2 seats/)
    expect(render(null, [5])).toContain('href="/sign-in?next=%2Fe%2Ftram%3Ffrom%3Dlist"')
  })

  test('without sessions there is nothing to press', () => {
    expect(render(ann, [])).not.toContain('<button')
  })
})

describe('the form by itself', () => {
  test('says where it leads, whose intention it is, and how many seats', () => {
    const html = render(ann, [5])
    expect(html).toContain('action="/api/bookings/holds" method="post"')
    expect(html).toContain('name="key" value="intention-of-ann"')
    expect(html).toContain('name="page" value="/e/tram?from=list"')
    expect(html).toMatch(/<select[^>]*name="seats"/)
    expect(html).toContain('<option value="2" selected="">')
  })

  test('that came back refused says why, in the same words', () => {
    expect(render(ann, [5], { refused: 'session-full', form: 'hold' })).toContain(refusalWords['session-full'])
    expect(render(ann, [5], { refused: 'made-up', form: 'hold' })).not.toContain('made-up')
  })

  test('that met a fault is sent again as the same intention', () => {
    const html = render(ann, [5], { fault: 'ab12', again: 'intention-before', form: 'hold' })
    expect(html).toContain('name="key" value="intention-before"')
    expect(html).toContain('it counts only once')
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
  for (const words of Object.values(refusalWords)) expect(words).toContain('Nothing was held')
})
