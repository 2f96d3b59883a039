import { describe, expect, it } from 'vitest'
import {
  confirmed,
  createGiven,
  ended,
  held,
  minutes,
  opened,
  opening,
  START,
  toExpire,
  toHold,
  toRelease,
} from '../../testing/story.ts'
import { openSession } from './open-session.ts'
import { evolve } from './session.ts'

const given = createGiven(expect)

describe('a session', () => {
  it('opens once', () => {
    expect(openSession({ type: 'open-session', ...opening }, null).events).toEqual([opened])
    expect(openSession({ type: 'open-session', ...opening }, evolve(null, opened)).events).toEqual([])
  })
})

describe('holding seats', () => {
  it('takes them for ten minutes, at the current price', () => {
    const decided = given(opened).when(toHold('ann', 2))
    decided.leadsTo(held('ann', 2))
    decided.answers({
      bookingId: 'ann-hold',
      travellerId: 'ann',
      seats: 2,
      price: { amount: 4500, currency: 'EUR' },
      status: 'held',
      visited: false,
      expiresAt: minutes(10).toISOString(),
      endsAt: '2027-05-01T10:30:00.000Z',
      zone: 'Europe/Lisbon',
    })
  })
  it('may take the last seat', () => {
    given(opened, held('ann', 9)).when(toHold('bob', 1)).leadsTo(held('bob', 1))
  })
  it('is refused when no seat is left', () => {
    given(opened, held('ann', 10)).when(toHold('bob', 1)).refuses('session-full')
  })
  it('is refused when fewer are left than wanted, held or booked', () => {
    given(opened, held('ann', 9)).when(toHold('bob', 2)).refuses('not-enough-seats')
    given(opened, held('ann', 9), confirmed('ann', 9)).when(toHold('bob', 2)).refuses('not-enough-seats')
  })
  it('is refused in a session that was never scheduled', () => {
    given().when(toHold('ann', 1)).refuses('no-such-session')
  })
  it('is refused from the very start of the session', () => {
    given(opened).when(toHold('ann', 1), START).refuses('session-started')
    given(opened)
      .when(toHold('ann', 1), new Date(START.getTime() - 1))
      .answers({ status: 'held' })
  })
  it('lasts until the session starts at most', () => {
    given(opened)
      .when(toHold('ann', 1), new Date(START.getTime() - 60_000))
      .answers({ expiresAt: START.toISOString() })
  })
  it('may take seats that came back', () => {
    given(opened, held('ann', 10), ended('hold-expired', 'ann', 10))
      .when(toHold('bob', 10))
      .answers({ seats: 10 })
  })
})

describe('releasing a hold', () => {
  it('gives the seats back', () => {
    const decided = given(opened, held('ann', 2)).when(toRelease('ann'))
    decided.leadsTo(ended('hold-released', 'ann', 2))
    decided.answers({ status: 'released' })
  })
  it('is for its traveller; others are told that there is no such booking', () => {
    given(opened, held('ann', 2)).when(toRelease('bob', 'ann-hold')).refuses('no-such-booking')
    given(opened).when(toRelease('bob', 'never-was')).refuses('no-such-booking')
  })
  it.each([ended('hold-released', 'ann', 2), ended('hold-expired', 'ann', 2), confirmed('ann', 2)])(
    'is refused after $type',
    (end) => {
      given(opened, held('ann', 2), end).when(toRelease('ann')).refuses('hold-ended')
    },
  )
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
  it.each([ended('hold-expired', 'ann', 2), ended('hold-released', 'ann', 2), confirmed('ann', 2)])(
    'not after $type',
    (end) => {
      given(opened, held('ann', 2), end).when(toExpire('ann-hold'), minutes(11)).refuses('hold-ended')
    },
  )
})
