/** The end of a session is the end of the visits to it; visits of before are imported. */

import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actions, actions, book } from './actions.ts'
import { createWorld, inSeconds, open, type World } from './world.ts'

/** A session counts as over a second after its start here. */
const env = { VISIT_SECONDS: '1' }

let world: World
let processor: ServiceProcess
let at: Actions

beforeAll(async () => {
  world = await createWorld()
  processor = await world.startProcessor(env)
  at = actions(await world.startApi())
})
afterAll(() => world.end())

const endsOf = async (sessionId: string) =>
  (await world.eventsOf(sessionId)).filter((event) => event === 'visit-ended').length
const over = (sessionId: string) =>
  until(
    () =>
      world.query(
        `select 1 from sessions where session_id = $1 and starts_at + interval '1 second' <= clock_timestamp()`,
        [sessionId],
      ),
    (rows) => rows.length === 1,
  )
const timersLeft = () => world.query(`select name from timers where name like 'visits.%'`)

describe('a visit', () => {
  it('ends with the session for who booked, not for who cancelled or only held', async () => {
    await open(world.pool, 'visited', { startsAt: inSeconds(4) })
    const ann = await book(world, at, 'ann', 'visited', 2)
    const bob = await book(world, at, 'bob', 'visited', 1)
    await at.cancel('bob', bob.bookingId)
    await at.hold('cem', 'visited', 1)
    expect(await timersLeft()).toEqual([{ name: 'visits.visited' }])
    await until(
      () => endsOf('visited'),
      (ends) => ends === 1,
    )
    expect((await at.booking('ann', ann.bookingId)).body.booking.data).toEqual({ ...ann, visited: true })
    expect((await at.ticket(ann.reference)).body.ticket.status).toBe('over')
    expect(await at.cancel('ann', ann.bookingId)).toEqual({ status: 409, body: { refused: 'session-started' } })
    await until(timersLeft, (left) => left.length === 0)
    const [event] = await world.query<{ data: object }>(
      `select data from events where stream = 'session.visited' and type = 'fernweh.bookings.visit-ended'`,
    )
    expect(event?.data).toEqual({
      sessionId: 'visited',
      bookingId: ann.bookingId,
      travellerId: 'ann',
      seats: 2,
      experienceId: 'tiles',
    })
  })

  it('ends once when everything was down at that moment, though two processors wake up', async () => {
    await open(world.pool, 'asleep', { startsAt: inSeconds(4) })
    await book(world, at, 'ann', 'asleep', 1)
    await book(world, at, 'bob', 'asleep', 2)
    await processor.kill()
    await over('asleep')
    const [one, two] = await Promise.all([world.startProcessor(env), world.startProcessor(env)])
    processor = one as ServiceProcess
    await until(
      () => endsOf('asleep'),
      (ends) => ends === 2,
    )
    await until(timersLeft, (left) => left.length === 0)
    await world.query(`insert into timers (name, due, data) values ('visits.asleep', now(), '{"sessionId":"asleep"}')`)
    await until(timersLeft, (left) => left.length === 0)
    expect(await endsOf('asleep')).toBe(2)
    expect(await two?.stop()).toBe(0)
  })

  it('that does not end in time is seen by the audit', async () => {
    await open(world.pool, 'endless', { startsAt: inSeconds(86_400) })
    await book(world, at, 'ann', 'endless', 1)
    await world.query(`update sessions set ends_at = now() - interval '16 seconds' where session_id = 'endless'`)
    const names = (await at.failingChecks()).map(({ name }: { name: string }) => name)
    expect(names).toContain('every visit ends within 15 s')
    await world.query(`update sessions set ends_at = starts_at + interval '2 hours' where session_id = 'endless'`)
  })
})

describe('a booking of before this system', () => {
  const visit = { sessionId: 'before', bookingId: 'old-1', travellerId: 'dot', seats: 2 }
  const bring = (...bookings: object[]) => processor.ops('bookings', { bookings })

  it('is imported, once, with the visit of the day when its session was over', async () => {
    await open(world.pool, 'before', { startsAt: '2024-05-01T09:00:00Z' })
    const imported = { status: 200, body: { bookings: 1, rejected: [] } }
    expect(await bring(visit)).toEqual(imported)
    expect(await bring(visit)).toEqual(imported)
    expect(await world.eventsOf('before')).toEqual(['session-opened', 'booking-confirmed', 'visit-ended'])
    const [booking] = (await at.bookingsOf('dot')) as [Booking & { reference: string }]
    expect(booking).toMatchObject({ bookingId: 'old-1', status: 'confirmed', visited: true })
    expect((await at.ticket(booking.reference)).body.ticket.status).toBe('over')
    const times = await world.query<{ at: Date }>(
      `select at from events where stream = 'session.before' and version > 1`,
    )
    // A session counts as over a second after its start here.
    const over = new Date('2024-05-01T09:00:01Z')
    expect(times).toEqual([{ at: over }, { at: over }])
    expect(await timersLeft()).not.toContainEqual({ name: 'visits.before' })
  })

  it('of a session to come takes its seats, and the visit ends with the session', async () => {
    await open(world.pool, 'to-come', { startsAt: inSeconds(3), capacity: 2 })
    const early = { ...visit, bookingId: 'old-3', sessionId: 'to-come' }
    expect((await bring(early)).body).toEqual({ bookings: 1, rejected: [] })
    expect(await at.hold('bob', 'to-come', 1)).toEqual({ status: 409, body: { refused: 'session-full' } })
    await until(
      () => endsOf('to-come'),
      (ends) => ends === 1,
    )
  })

  it('that cannot have been is rejected by its row, and the others are taken over', async () => {
    const answer = await bring(
      { ...visit, sessionId: 'never' },
      { ...visit, seats: 3 },
      { ...visit, bookingId: 'old-2', seats: 9 },
      { ...visit, bookingId: 'old-4', seats: 1 },
    )
    expect(answer.body).toEqual({
      bookings: 1,
      rejected: [
        { row: 'bookings.0', reason: 'no-such-session' },
        { row: 'bookings.1', reason: 'booking-exists' },
        { row: 'bookings.2', reason: 'session-full' },
      ],
    })
  })

  it('that is none is invalid input, which names it and takes over nothing', async () => {
    const answer = await bring({ ...visit, bookingId: 'old-5', seats: 1 }, { ...visit, seats: 0 })
    expect([answer.status, answer.body.invalid[0].field]).toEqual([400, 'bookings.1.seats'])
    expect((await at.bookingsOf('dot')).map(({ bookingId }) => bookingId)).not.toContain('old-5')
  })

  it('is for operators to bring', async () => {
    const headers = { 'content-type': 'application/json' }
    const init = { headers, body: JSON.stringify({ bookings: [visit] }) }
    expect((await processor.send('POST', '/ops/bookings', init)).status).toBe(403)
  })
})

it('the audit finds nothing wrong', async () => {
  expect(await at.failingChecks()).toEqual([])
})
