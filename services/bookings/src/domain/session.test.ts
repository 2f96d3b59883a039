import { MOST_SEATS } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type SessionCommand } from './decide.ts'
import { allHolds } from './hold-map.ts'
import { type Opening, openSession } from './open-session.ts'
import { evolve, type Session, type SessionEvent, type SessionState, seatsLeft } from './session.ts'

const price = { amount: 4500, currency: 'EUR' }
const opening: Opening = {
  sessionId: 'tiles-1',
  experienceId: 'tiles',
  startsAt: '2027-05-01T09:00:00Z',
  zone: 'Europe/Lisbon',
  capacity: 10,
  price,
}
const opened: SessionEvent = {
  type: 'fernweh.bookings.session-opened',
  data: { ...opening, startsAt: '2027-05-01T09:00:00.000Z' },
}
const NOON = new Date('2027-04-01T12:00:00Z')
const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000)
const HOLD_SECONDS = 600

const toHold = (travellerId: string, seats: number, holdId = `${travellerId}-hold`): SessionCommand => ({
  type: 'hold-seats',
  sessionId: 'tiles-1',
  holdId,
  travellerId,
  seats,
})
const toRelease = (travellerId: string, holdId = `${travellerId}-hold`): SessionCommand => ({
  type: 'release-hold',
  sessionId: 'tiles-1',
  holdId,
  travellerId,
})
const toExpire = (holdId: string): SessionCommand => ({ type: 'expire-hold', sessionId: 'tiles-1', holdId })

const held = (travellerId: string, seats: number): SessionEvent => ({
  type: 'fernweh.bookings.seats-held',
  data: {
    sessionId: 'tiles-1',
    holdId: `${travellerId}-hold`,
    travellerId,
    seats,
    price,
    expiresAt: minutes(10).toISOString(),
  },
})
const ended = (how: 'hold-released' | 'hold-expired', travellerId: string, seats: number): SessionEvent => ({
  type: `fernweh.bookings.${how}`,
  data: { sessionId: 'tiles-1', holdId: `${travellerId}-hold`, travellerId, seats },
})

const given = (...events: SessionEvent[]) => ({
  when(command: SessionCommand, now = NOON) {
    const decision = decide(command, events.reduce<SessionState>(evolve, null), { now, holdSeconds: HOLD_SECONDS })
    return {
      refuses: (reason: string) => expect(decision).toEqual({ refused: reason }),
      leadsTo: (...expected: SessionEvent[]) => expect(decision).toMatchObject({ events: expected }),
      answers: (hold: object) => expect(decision).toMatchObject({ answer: { hold } }),
    }
  },
})

describe('a session', () => {
  it('opens once', () => {
    expect(openSession(opening, null)).toEqual([opened])
    expect(openSession(opening, evolve(null, opened))).toEqual([])
  })
})

describe('holding seats', () => {
  it('takes them for ten minutes, at the price of this moment', () => {
    const decided = given(opened).when(toHold('ann', 2))
    decided.leadsTo(held('ann', 2))
    decided.answers({ seats: 2, price, status: 'held', expiresAt: minutes(10).toISOString(), zone: 'Europe/Lisbon' })
  })
  it('may take the last seat', () => {
    given(opened, held('ann', 9)).when(toHold('bob', 1)).leadsTo(held('bob', 1))
  })
  it('is refused when no seat is left', () => {
    given(opened, held('ann', 10)).when(toHold('bob', 1)).refuses('session-full')
  })
  it('is refused when fewer are left than wanted', () => {
    given(opened, held('ann', 9)).when(toHold('bob', 2)).refuses('not-enough-seats')
  })
  it('is refused in a session that nobody scheduled', () => {
    given().when(toHold('ann', 1)).refuses('no-such-session')
  })
  it('is refused from the very start of the session', () => {
    const start = new Date(opening.startsAt)
    given(opened).when(toHold('ann', 1), start).refuses('session-started')
    given(opened)
      .when(toHold('ann', 1), new Date(start.getTime() - 1))
      .answers({ status: 'held' })
  })
  it('may take seats that came back', () => {
    given(opened, held('ann', 10), ended('hold-expired', 'ann', 10))
      .when(toHold('bob', 10))
      .answers({ seats: 10 })
  })
})

describe('releasing a hold', () => {
  it('gives the seats back', () => {
    given(opened, held('ann', 2))
      .when(toRelease('ann'))
      .leadsTo(ended('hold-released', 'ann', 2))
  })
  it('is for the one who holds it; others hear that there is no such hold', () => {
    given(opened, held('ann', 2)).when(toRelease('bob', 'ann-hold')).refuses('no-such-hold')
    given(opened).when(toRelease('bob', 'never-was')).refuses('no-such-hold')
  })
  it.each(['hold-released', 'hold-expired'] as const)('is refused after %s', (how) => {
    given(opened, held('ann', 2), ended(how, 'ann', 2))
      .when(toRelease('ann'))
      .refuses('hold-ended')
  })
  it('comes too late when the ten minutes are over, though the timer has not fired', () => {
    given(opened, held('ann', 2)).when(toRelease('ann'), minutes(10)).refuses('hold-ended')
  })
})

describe('a hold expires', () => {
  it('when its time has come', () => {
    given(opened, held('ann', 2))
      .when(toExpire('ann-hold'), minutes(10))
      .leadsTo(ended('hold-expired', 'ann', 2))
  })
  it('not before', () => {
    given(opened, held('ann', 2)).when(toExpire('ann-hold'), minutes(9)).refuses('hold-not-due')
  })
  it('not twice, and not after it was released', () => {
    given(opened, held('ann', 2), ended('hold-expired', 'ann', 2))
      .when(toExpire('ann-hold'), minutes(11))
      .refuses('hold-ended')
    given(opened, held('ann', 2), ended('hold-released', 'ann', 2))
      .when(toExpire('ann-hold'), minutes(11))
      .refuses('hold-ended')
  })
})

describe('whatever is asked in whatever order', () => {
  const people = ['ann', 'bob', 'cem', 'dot']
  const holdId = fc.nat({ max: 30 }).map((n) => `hold-${n}`)
  const step = fc.record({
    minute: fc.nat({ max: 3 }),
    command: fc.oneof(
      fc
        .record({ travellerId: fc.constantFrom(...people), seats: fc.integer({ min: 1, max: MOST_SEATS }) })
        .map(({ travellerId, seats }) => toHold(travellerId, seats, 'next')),
      fc.record({ travellerId: fc.constantFrom(...people), holdId }).map((r) => toRelease(r.travellerId, r.holdId)),
      holdId.map(toExpire),
    ),
  })

  function run(steps: { minute: number; command: SessionCommand }[], rule: typeof decide): Session[] {
    let state = evolve(null, opened) as Session
    let now = 0
    return steps.map(({ minute, command }, i) => {
      now += minute
      const asked = command.type === 'hold-seats' ? { ...command, holdId: `hold-${i}` } : command
      const decision = rule(asked, state, { now: minutes(now), holdSeconds: HOLD_SECONDS })
      for (const event of isRefused(decision) ? [] : decision.events) state = evolve(state, event) as Session
      return state
    })
  }

  const invariants = (rule: typeof decide) =>
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      for (const session of run(steps, rule)) {
        const seats = allHolds(session.holds).reduce((sum, hold) => sum + (hold.status === 'held' ? hold.seats : 0), 0)
        expect(session.held).toBe(seats)
        expect(session.held).toBeLessThanOrEqual(session.capacity)
        expect(seatsLeft(session) + session.held).toBe(session.capacity)
      }
    })

  // A failure prints the seed and the path to run it again.
  it('no seat is sold twice and none is lost', () => fc.assert(invariants(decide), { numRuns: 500, verbose: 1 }))

  it('and a rule that looks away is caught', () => {
    const lax: typeof decide = (command, session, circumstances) =>
      decide(command, session && { ...session, capacity: Number.MAX_SAFE_INTEGER }, circumstances)
    expect(() => fc.assert(invariants(lax), { numRuns: 500 })).toThrow(/seed/i)
  })

  it('a state stays what it was when others follow from it', () => {
    const before = [opened, held('ann', 2)].reduce<SessionState>(evolve, null) as Session
    evolve(before, ended('hold-released', 'ann', 2))
    expect(allHolds(before.holds)).toMatchObject([{ holdId: 'ann-hold', status: 'held' }])
    expect(before.held).toBe(2)
  })
})
