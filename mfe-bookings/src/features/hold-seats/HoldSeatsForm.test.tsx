import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { User } from '@fernweh/kit/browser/host/host'
import { describe, expect, test } from 'vitest'
import { aBooking, ann } from '../../../testing/bookings.ts'
import { render as renderFragment } from '../../../testing/render.tsx'
import type { TeamFragmentProps } from '../../host.ts'
import { messages } from '../../messages.ts'
import { HoldSeatsForm } from './HoldSeatsForm.tsx'
import { LowestPrice } from './MobileBar.tsx'
import { toDayHref, toNextDay } from './use-session-list.ts'

const Form = (fragment: TeamFragmentProps<SessionsData>) => (
  <HoldSeatsForm {...fragment} onHeld={() => {}} holds={[]} currentHolds={null} />
)

const own = aBooking('b1', 'held', { sessionId: 's1', seats: 3 })
const FormWithHold = (fragment: TeamFragmentProps<SessionsData>) => (
  <HoldSeatsForm {...fragment} onHeld={() => {}} holds={[own]} currentHolds={null} />
)

function render(user: User | null, seatsLeft: number[], outcome: FormOutcome | null = null): string {
  return renderFragment(Form, toData(seatsLeft), { user, outcome })
}

/** Two sessions a day, in the morning and in the evening; there are none on 15 March. */
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
  const choice = { seats: 2, sessionId: null }
  const list = { sessions, days: seatsLeft.length ? days : [], city: 'Sintra', from: null, choice }
  return { page: '/e/tram?from=list', experienceId: 'tram', ...list, mine: null }
}

const Lowest = ({ data }: TeamFragmentProps<SessionSeats[]>) => <LowestPrice sessions={data} />

describe('free sessions', () => {
  const price = { amount: 0, currency: 'EUR' }
  const paid = toData([5, 5])
  const free = { ...paid, sessions: paid.sessions.map(({ data, ...rest }) => ({ ...rest, data: { ...data, price } })) }
  const lowest = (...data: SessionsData[]) =>
    renderFragment(
      Lowest,
      data.flatMap(({ sessions }) => sessions.map((session) => session.data)),
    )

  test('are called free wherever a price would stand', () => {
    const html = renderFragment(Form, free, { user: ann })
    expect(html.match(/<span>Free</g)).toHaveLength(3)
    expect(html).not.toMatch(/€|charged/)
  })

  test('among others are not shown as the lowest price', () => {
    expect(lowest(free)).toBe('<span>Free</span>')
    expect(lowest(paid)).toBe('from €32 per person')
    expect(lowest(paid, free)).toBe('free at some times')
  })
})

describe('the session list', () => {
  test('selects the first session with enough seats', () => {
    const [full, one, enough] = render(ann, [0, 1, 2]).match(/<input[^>]*type="radio"[^>]*>/g) ?? []
    expect([full, one, enough].map((input) => input?.includes('checked'))).toEqual([false, false, true])
  })

  test('selects the session and the number of people of the page’s URL', () => {
    const html = renderFragment(Form, { ...toData([5, 5, 5]), choice: { seats: 4, sessionId: 's2' } }, { user: ann })
    expect(/<input[^>]*checked[^>]*>/.exec(html)?.[0]).toContain('value="s2"')
    expect(html).toContain('<option value="4" selected="">')
    expect(html).toContain('Times and prices for 4 people')
  })

  test('does not offer what is sold out, and says what is too few for the party', () => {
    const html = renderFragment(Form, { ...toData([0, 6]), choice: { seats: 17, sessionId: null } }, { user: ann })
    const [full, few] = html.match(/<input[^>]*type="radio"[^>]*>/g) ?? []
    expect([full?.includes('disabled'), few?.includes('disabled'), html.includes('checked')]).toEqual([
      true,
      false,
      false,
    ])
    expect(html).toContain('>Only 6 seats left<')
  })

  test('says how many of a session’s seats are one’s own', () => {
    const html = renderFragment(FormWithHold, toData([5, 1]), { user: ann })
    expect(html.split('data-session="s1"')[1]).toContain('You hold 3 seats')
  })

  test('shows ann the button, and a visitor a link to sign in and come back', () => {
    expect(render(ann, [5])).toMatch(/<button type="submit"[^>]*><span[^>]*>Hold 2 seats</)
    expect(render(null, [5])).toContain('href="/sign-in?next=%2Fe%2Ftram%3Ffrom%3Dlist%26session%3Ds0"')
  })

  test('without sessions there is no button', () => {
    expect(render(ann, [])).not.toContain('<button')
    expect(render(ann, [])).toContain('No dates are available')
  })
})

describe('the form without script', () => {
  test('has its action, an idempotency key and the number of seats', () => {
    const html = render(ann, [5])
    expect(html).toContain('action="/api/bookings/holds" method="post"')
    expect(html).toContain('name="key" value="key-of-ann-hold"')
    expect(html).toContain('name="page" value="/e/tram?from=list"')
    expect(html).toMatch(/<select[^>]*name="seats"/)
    expect(html).toContain('<option value="2" selected="">')
  })

  test('shows why it was refused, and ignores unknown refusals', () => {
    expect(render(ann, [5], { refused: 'session-full', form: 'hold' })).toContain(
      messages.en['hold.refusal.session-full'],
    )
    expect(render(ann, [5], { refused: 'made-up', form: 'hold' })).not.toContain('made-up')
  })

  test('repeats the same idempotency key after a fault', () => {
    const html = render(ann, [5], { fault: 'ab12', again: 'key-before', form: 'hold' })
    expect(html).toContain('name="key" value="key-before"')
    expect(html).toContain('it counts only once')
  })
})

describe('the days', () => {
  test('are headings above their times, in one radio group', () => {
    const html = render(ann, [5, 5, 5])
    expect(html.match(/<h3[^>]*>[^<]*/g)?.map((heading) => heading.replace(/<[^>]*>/, ''))).toEqual([
      expect.stringMatching(/^Thu,? 14 Mar/),
      expect.stringMatching(/^Sat,? 16 Mar/),
    ])
    expect(html.match(/role="group"/g)).toHaveLength(2)
    expect(html.match(/type="radio" [^>]*name="sessionId"/g)).toHaveLength(3)
  })

  test('name the city of the times, or the zone’s city while it is unknown', () => {
    expect(render(ann, [5])).toContain('All times are local to Sintra.')
    const unknown = renderFragment(Form, { ...toData([5]), city: null }, { user: ann })
    expect(unknown).toContain('All times are local to Lisbon.')
  })

  test('are selected by a form that keeps the other query fields', () => {
    const html = renderFragment(Form, { ...toData([5, 5]), page: '/e/tram?reviews=2&from=2030-03-14' }, { user: ann })
    expect(html).toMatch(/<form[^>]*action="\/e\/tram" method="get"/)
    expect(html).toContain('<input type="hidden" name="reviews" value="2"/>')
    expect(html).toContain('href="/e/tram?reviews=2&amp;from=2030-03-16"')
    expect(html.match(/<button[^>]* value="2030-[^"]*"/g)).toHaveLength(3)
  })

  test('are in a calendar, where those without room for the party cannot be chosen', () => {
    const data = toData([5, 5])
    const crowded = data.days.map((day, at) => ({ ...day, seatsLeft: at + 1 }))
    const html = renderFragment(Form, { ...data, days: crowded }, { user: ann })
    const [full, open] = html.match(/<button[^>]* name="from"[^>]*>/g) ?? []
    expect(full).toMatch(/disabled="" aria-label="Thursday,? 14 March, sold out"/)
    expect(open).toMatch(/aria-label="Saturday,? 16 March"/)
    expect(open).not.toContain('disabled')
  })

  test('continue after the listed days until there are no more', () => {
    const { sessions } = toData([5, 5, 5, 5])
    expect(toNextDay({ sessions, days, from: null })).toBe('2030-03-17')
    expect(toNextDay({ sessions: sessions.slice(0, 2), days, from: '2030-03-15' })).toBe('2030-03-17')
    expect(toNextDay({ sessions: sessions.slice(0, 2), days, from: '2030-03-17' })).toBeNull()
    expect(toDayHref('/e/tram?from=2030-03-14&seats=2', null)).toBe('/e/tram?seats=2')
  })
})

test('warns of few seats only when few are left', () => {
  const html = render(ann, [0, 1, 3, 4])
  for (const text of ['Sold out', 'Only 1 seat left', 'Only 3 seats left', '4 seats left'])
    expect(html).toContain(`>${text}<`)
})

test('every refusal says that nothing was held', () => {
  const refusals = Object.entries(messages.en).filter(([key]) => key.startsWith('hold.refusal.'))
  expect(refusals).toHaveLength(4)
  for (const [, text] of refusals) expect(text).toContain('Nothing was held')
})
