import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { FragmentProps, User } from '@fernweh/kit/browser/host'
import { describe, expect, test } from 'vitest'
import { messages } from '../../messages.ts'
import { ann, render as renderFragment, say } from '../../testing/stage.tsx'
import { HoldSeats } from './HoldSeats.tsx'
import { toDayHref, toNextDay } from './use-offered.ts'

const Choosing = (fragment: FragmentProps<SessionsData>) => (
  <HoldSeats {...fragment} onHeld={() => {}} held={null} isHolding={false} />
)

function render(user: User | null, seatsLeft: number[], outcome: FormOutcome | null = null): string {
  return renderFragment(Choosing, toData(seatsLeft), { user, outcome })
}

/** Two on each day, in the morning and in the evening; the second day is the third of the month. */
const days = ['2030-03-14', '2030-03-16', '2030-03-17'].map((day) => ({ day, sessions: 2 }))

function toData(seatsLeft: number[]): SessionsData {
  const sessions = seatsLeft.map((left, at) => ({
    feed: `session.s${at}`,
    version: 1,
    data: {
      sessionId: `s${at}`,
      experienceId: 'tram',
      startsAt: `${days[Math.floor(at / 2)]?.day}T${at % 2 ? '18:30' : '09:00'}:00Z`,
      zone: 'Europe/Lisbon',
      capacity: 12,
      seatsLeft: left,
      price: { amount: 3200, currency: 'EUR' },
    },
  }))
  const offered = { sessions, days: seatsLeft.length ? days : [], city: 'Sintra', from: null }
  return { page: '/e/tram?from=list', experienceId: 'tram', ...offered, mine: null }
}

describe('choosing a session', () => {
  test('the first with room for the party is chosen already', () => {
    const [full, one, chosen] = render(ann, [0, 1, 2]).match(/<input[^>]*type="radio"[^>]*>/g) ?? []
    expect([full, one, chosen].map((input) => input?.includes('checked'))).toEqual([false, false, true])
  })

  test('ann is offered the button, a stranger the way to sign in and back', () => {
    expect(render(ann, [5])).toMatch(/<button type="submit"[^>]*><span[^>]*>Hold 2 seats</)
    expect(render(null, [5])).toContain('href="/sign-in?next=%2Fe%2Ftram%3Ffrom%3Dlist"')
  })

  test('without sessions there is nothing to press', () => {
    expect(render(ann, [])).not.toContain('<button')
    expect(render(ann, [])).toContain('No dates are open')
  })
})

describe('the form by itself', () => {
  test('says where it leads, whose intention it is, and how many seats', () => {
    const html = render(ann, [5])
    expect(html).toContain('action="/api/bookings/holds" method="post"')
    expect(html).toContain('name="key" value="key-of-ann"')
    expect(html).toContain('name="page" value="/e/tram?from=list"')
    expect(html).toMatch(/<select[^>]*name="seats"/)
    expect(html).toContain('<option value="2" selected="">')
  })

  test('that came back refused says why, in the same words', () => {
    expect(render(ann, [5], { refused: 'session-full', form: 'hold' })).toContain(say('hold.refusal.session-full'))
    expect(render(ann, [5], { refused: 'made-up', form: 'hold' })).not.toContain('made-up')
  })

  test('that met a fault is sent again as the same intention', () => {
    const html = render(ann, [5], { fault: 'ab12', again: 'key-before', form: 'hold' })
    expect(html).toContain('name="key" value="key-before"')
    expect(html).toContain('it counts only once')
  })
})

describe('the days', () => {
  test('are headings over their times, in one group of radio buttons', () => {
    const html = render(ann, [5, 5, 5])
    expect(html.match(/<h3[^>]*>[^<]*/g)?.map((heading) => heading.replace(/<[^>]*>/, ''))).toEqual([
      'Thu 14 Mar',
      'Sat 16 Mar',
    ])
    expect(html.match(/role="group"/g)).toHaveLength(2)
    expect(html.match(/type="radio" [^>]*name="sessionId"/g)).toHaveLength(3)
  })

  test('are in the time of the city, and of the zone as long as nobody has said which city that is', () => {
    expect(render(ann, [5])).toContain('All times are those in Sintra.')
    const unheard = renderFragment(Choosing, { ...toData([5]), city: null }, { user: ann })
    expect(unheard).toContain('All times are those in Lisbon.')
  })

  test('are chosen by a form of their own, which keeps what else the address says', () => {
    const html = renderFragment(
      Choosing,
      { ...toData([5, 5]), page: '/e/tram?reviews=2&from=2030-03-14' },
      { user: ann },
    )
    expect(html).toMatch(/<form[^>]*action="\/e\/tram" method="get"/)
    expect(html).toContain('<input type="hidden" name="reviews" value="2"/>')
    expect(html).toContain('href="/e/tram?reviews=2&amp;from=2030-03-16"')
    expect(html.match(/<option value="2030-[^"]*"/g)).toHaveLength(3)
  })

  test('go on after what is shown, until there are no more', () => {
    const { sessions } = toData([5, 5, 5, 5])
    expect(toNextDay({ sessions, days, from: null })).toBe('2030-03-17')
    expect(toNextDay({ sessions: sessions.slice(0, 2), days, from: '2030-03-15' })).toBe('2030-03-17')
    expect(toNextDay({ sessions: sessions.slice(0, 2), days, from: '2030-03-17' })).toBeNull()
    expect(toDayHref('/e/tram?from=2030-03-14&seats=2', null)).toBe('/e/tram?seats=2')
  })
})

test('scarcity is said only when it is true', () => {
  const html = render(ann, [0, 1, 3, 4])
  for (const words of ['Full', 'Only 1 seat left', 'Only 3 seats left', '4 seats left'])
    expect(html).toContain(`>${words}<`)
})

test('every refusal says what was kept', () => {
  const refusals = Object.entries(messages.en).filter(([key]) => key.startsWith('hold.refusal.'))
  expect(refusals).toHaveLength(4)
  for (const [, words] of refusals) expect(words).toContain('Nothing was held')
})
