/** Whatever is asked, in whatever order and whenever: no seat is sold twice, no payment is lost, no visit ends twice. */

import { isRefused } from '@fernweh/contracts/api/operation'
import { MAX_SEATS } from '@fernweh/contracts/browser/seats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ended,
  held,
  opened,
  START,
  terms,
  toCancel,
  toConfirm,
  toEndVisits,
  toExpire,
  toHold,
  toImport,
  toRelease,
} from '../../testing/story.ts'
import { allBookings, type BookingMap, type BookingState, getBooking, noBookings, putBooking } from './booking-map.ts'
import { decide, type SessionCommand } from './decider.ts'
import { evolve, type Session, type SessionEvent, type SessionState, seatsLeft } from './session.ts'

type Rule = typeof decide
interface Step {
  minutes: number
  command: SessionCommand
}

const person = fc.constantFrom('ann', 'bob', 'cem', 'dot', 'eve', 'fay')
const seats = fc.integer({ min: 1, max: MAX_SEATS / 2 })
const command = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(person, seats).map(([who, count]) => toHold(who, count)) },
  { weight: 3, arbitrary: person.map((who) => toConfirm(who)) },
  person.map((who) => toRelease(who)),
  person.map((who) => toExpire(`${who}-hold`)),
  person.map((who) => toCancel(who)),
  fc.tuple(person, seats).map(([who, count]) => toImport(who, count)),
  fc.constant(toEndVisits),
)
const steps = fc.array(fc.record({ minutes: fc.constantFrom(0, 1, 9, 30), command }), { maxLength: 60, size: 'max' })

interface Told {
  session: Session
  events: SessionEvent[]
}

/** From an hour before the session, which takes an hour and a half. A hold's id is used once, as in life. */
function tell(story: Step[], rule: Rule): Told[] {
  let session = evolve(null, opened) as Session
  let now = START.getTime() - 3_600_000
  return story.map(({ minutes, command }) => {
    now += minutes * 60_000
    const isTaken = command.type === 'hold-seats' && getBooking(session.bookings, command.holdId)
    const decision = isTaken ? { events: [] } : rule(command, session, { ...terms, now: new Date(now) })
    const events = isRefused(decision) ? [] : decision.events
    session = events.reduce<SessionState>(evolve, session) as Session
    if (command.type === 'confirm-booking') expectDecided(session, command.bookingId)
    return { session, events }
  })
}

function expectDecided({ bookings }: Session, bookingId: string): void {
  const paid = getBooking(bookings, bookingId)
  if (paid) expect(paid.paymentId).toBeDefined()
}

function expectSound({ session }: Told): void {
  const sum = (status: string) =>
    allBookings(session.bookings).reduce((total, one) => total + (one.status === status ? one.seats : 0), 0)
  expect([session.held, session.confirmed]).toEqual([sum('held'), sum('confirmed')])
  expect(session.held + session.confirmed).toBeLessThanOrEqual(session.capacity)
  expect(seatsLeft(session)).toBe(session.capacity - session.held - session.confirmed)
  for (const { visited, status } of allBookings(session.bookings)) if (visited) expect(status).toBe('confirmed')
}

/** How often each of these happened to a booking: at most once, and paid is either confirmed or refused. */
function expectOnce(story: Told[]): void {
  const happened = new Map<string, number>()
  for (const { type, data } of story.flatMap(({ events }) => events)) {
    if (!('bookingId' in data)) continue
    const what = type.endsWith('refused') ? 'booking-confirmed' : type.split('.')[2]
    const key = `${data.bookingId} ${what}`
    happened.set(key, (happened.get(key) ?? 0) + 1)
  }
  expect([...happened].filter(([, times]) => times > 1)).toEqual([])
}

const soundWith = (rule: Rule) =>
  fc.property(steps, (story) => {
    const told = tell(story, rule)
    for (const moment of told) expectSound(moment)
    expectOnce(told)
  })

const lax =
  (blind: (session: Session) => Session): Rule =>
  (command, session, circumstances) =>
    decide(command, session && blind(session), circumstances)

describe('any requests in any order', () => {
  // A failure prints the seed and the path to run it again.
  it('seats, payments and visits are counted once', () => fc.assert(soundWith(decide), { numRuns: 1_000, verbose: 1 }))

  it.each<[string, Rule]>([
    ['has no limit', lax((session) => ({ ...session, capacity: Number.MAX_SAFE_INTEGER }))],
    ['forgets who has paid', lax((session) => ({ ...session, bookings: each(session, forgetPayment) }))],
    ['forgets which visits have ended', lax((session) => ({ ...session, bookings: each(session, forgetVisit) }))],
  ])('a rule that %s is caught', (_, rule) => {
    expect(() => fc.assert(soundWith(rule), { numRuns: 1_000 })).toThrow(/seed/i)
  })

  it('a state stays what it was when others follow from it', () => {
    const before = [opened, held('ann', 2)].reduce<SessionState>(evolve, null) as Session
    evolve(before, ended('hold-released', 'ann', 2))
    expect(allBookings(before.bookings)).toMatchObject([{ bookingId: 'ann-hold', status: 'held' }])
    expect(before.held).toBe(2)
  })
})

const each = ({ bookings }: Session, change: (booking: BookingState) => BookingState): BookingMap =>
  allBookings(bookings).map(change).reduce(putBooking, noBookings)
const forgetPayment = ({ paymentId: _, ...booking }: BookingState): BookingState => booking
const forgetVisit = (booking: BookingState): BookingState => ({ ...booking, visited: false })
