import { randomUUID } from 'node:crypto'
import { isRefused } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProjectedDecider } from '../src/views/project.ts'
import { actions, newKey, traveller } from './actions.ts'
import { createWorld, open, type World } from './world.ts'

let world: World
let api: ServiceProcess
let at: ReturnType<typeof actions>

beforeAll(async () => {
  world = await createWorld()
  api = await world.startApi()
  at = actions(api)
})
afterAll(() => world.end())

describe('a hold', () => {
  it('is seen by everybody as fewer seats, and by its traveller as a booking to be', async () => {
    await open(world.pool, 'seen', { experienceId: 'seen' })
    const { status, body } = await at.hold('ann', 'seen', 2)
    expect(status).toBe(200)
    expect(body.booking).toMatchObject({ sessionId: 'seen', experienceId: 'seen', seats: 2, status: 'held' })
    expect(await at.sessionsOf('seen')).toMatchObject([{ feed: 'session.seen', version: 2, data: { seatsLeft: 8 } }])
    expect(await at.bookingsOf('ann')).toEqual([body.booking])
    expect(await at.bookingsOf('bob')).toEqual([])
    const { bookingId } = body.booking
    const alone = { feed: `booking.ann__${bookingId}`, version: 0, data: body.booking }
    expect((await at.booking('ann', bookingId)).body).toEqual({ booking: alone })
    expect((await api.send('GET', `/feeds/${alone.feed}`)).body).toEqual(alone)
  })

  it('gives its seats back when it is released, once', async () => {
    await open(world.pool, 'back')
    const { booking } = (await at.hold('ann', 'back', 3)).body
    expect(await at.seatsLeft('back')).toBe(7)
    expect(await at.release('ann', booking.bookingId)).toMatchObject({
      status: 200,
      body: { booking: { status: 'released' } },
    })
    expect(await at.seatsLeft('back')).toBe(10)
    expect(await at.release('ann', booking.bookingId)).toEqual({ status: 409, body: { refused: 'hold-ended' } })
  })

  it('of somebody else is answered as if it were not there', async () => {
    await open(world.pool, 'private')
    const { booking } = (await at.hold('ann', 'private', 1)).body
    expect(await at.release('bob', booking.bookingId)).toEqual({ status: 409, body: { refused: 'no-such-booking' } })
    expect((await at.booking('bob', booking.bookingId)).body).toEqual({ refused: 'no-such-booking' })
    expect((await api.send('GET', `/feeds/booking.bob__${booking.bookingId}`)).status).toBe(404)
    expect(await at.seatsLeft('private')).toBe(9)
  })

  it('is pushed to whoever follows the session, in the shape it is read', async () => {
    await open(world.pool, 'pushed')
    const pushes: unknown[] = []
    world.broker.nc.subscribe('feeds.session.pushed', { callback: (_, message) => void pushes.push(message.json()) })
    await world.broker.nc.flush()
    await at.hold('ann', 'pushed', 4)
    await until(
      () => pushes.length,
      (n) => n > 0,
    )
    const { body: head } = await api.send('GET', '/feeds/session.pushed')
    expect(pushes).toEqual([{ ...head, after: 1 }])
  })
})

describe('an idempotency key', () => {
  it('sent twice, at once or later, is one hold', async () => {
    await open(world.pool, 'twice')
    const key = newKey()
    const [one, two] = await Promise.all([at.hold('ann', 'twice', 2, key), at.hold('ann', 'twice', 2, key)])
    const three = await at.hold('ann', 'twice', 2, key)
    expect([two, three]).toEqual([one, one])
    expect(await world.eventsOf('twice')).toEqual(['session-opened', 'seats-held'])
  })

  it('cannot become another one under the same key', async () => {
    await open(world.pool, 'another')
    const key = newKey()
    await at.hold('ann', 'another', 2, key)
    const changed = await at.hold('ann', 'another', 3, key)
    expect(changed.status).toBe(400)
    expect(changed.body.invalid).toMatchObject([{ field: 'idempotency-key' }])
    expect(await at.seatsLeft('another')).toBe(8)
  })

  it('of two people with the same key are two holds', async () => {
    await open(world.pool, 'same-key')
    const key = newKey()
    await at.hold('ann', 'same-key', 2, key)
    await at.hold('bob', 'same-key', 3, key)
    expect(await at.seatsLeft('same-key')).toBe(5)
  })

  it('that was refused stays refused, though seats have come back', async () => {
    await open(world.pool, 'refused', { capacity: 2 })
    const { booking } = (await at.hold('ann', 'refused', 2)).body
    const key = newKey()
    const full = { status: 409, body: { refused: 'session-full' } }
    expect(await at.hold('bob', 'refused', 1, key)).toEqual(full)
    await at.release('ann', booking.bookingId)
    expect(await at.hold('bob', 'refused', 1, key)).toEqual(full)
    expect((await at.hold('bob', 'refused', 1)).status).toBe(200)
  })
})

describe('when the answer is lost after COMMIT', () => {
  it('the same intention gets the answer that was stored, from another process', async () => {
    await open(world.pool, 'killed')
    const doomed = await world.startApi()
    const key = newKey()
    const answered = actions(doomed)
      .hold('ann', 'killed', 2, key)
      .catch(() => null)
    await until(
      () => world.eventsOf('killed'),
      (events) => events.includes('seats-held'),
    )
    await doomed.kill()
    await answered
    const again = await at.hold('ann', 'killed', 2, key)
    expect(again).toMatchObject({ status: 200, body: { booking: { seats: 2, status: 'held' } } })
    expect(await world.eventsOf('killed')).toEqual(['session-opened', 'seats-held'])
  })

  it('a batcher that lost the answer to a COMMIT drops its snapshots and decides from what is stored', async () => {
    await open(world.pool, 'unknown', { capacity: 3 })
    let losing = true
    const batcher = createCommandBatcher({
      pool: loseCommits(world.pool, () => losing),
      decider: createProjectedDecider({ holdSeconds: 600 }),
      afterCommit() {},
    })
    const hold = (holdId: string, key: string) =>
      batcher.execute(
        { type: 'hold-seats', sessionId: 'unknown', holdId, travellerId: 'ann', seats: 2 },
        { key, meta: { correlationId: key } },
      )
    await expect(hold('first', 'ann:lost')).rejects.toThrow('connection lost')
    losing = false
    expect(await hold('second', 'ann:other')).toEqual({ refused: 'not-enough-seats' })
    const stored = (await hold('first', 'ann:lost')) as { booking: Booking }
    expect(isRefused(stored)).toBe(false)
    expect(stored.booking).toMatchObject({ bookingId: 'first', seats: 2 })
  })
})

/** A pool whose transactions commit, without anybody hearing of it. */
function loseCommits(pool: Pool, isLosing: () => boolean): Pool {
  const connect = async () => {
    const client = await pool.connect()
    const query = async (statement: never) => {
      const result = await client.query(statement)
      if (statement === ('commit' as never) && isLosing()) throw new Error('connection lost')
      return result
    }
    const release = (fault?: Error) => client.release(fault)
    return Object.assign(Object.create(client), { query, release }) as Transaction
  }
  return { connect } as unknown as Pool
}

describe('bad input', () => {
  const post = async (body: string, { by = 'ann', key = newKey() }: { by?: string; key?: string } = {}) =>
    api.call({ name: 'POST /holds' } as never, { body: JSON.parse(body), by: traveller(by), key } as never)

  it.each([
    ['no seats', '{"sessionId":"s1","seats":0}', 'seats'],
    ['negative seats', '{"sessionId":"s1","seats":-1}', 'seats'],
    ['a fraction of a seat', '{"sessionId":"s1","seats":1.5}', 'seats'],
    ['more seats than one may hold', '{"sessionId":"s1","seats":21}', 'seats'],
    ['huge seats', '{"sessionId":"s1","seats":1e300}', 'seats'],
    ['seats as text', '{"sessionId":"s1","seats":"2"}', 'seats'],
    ['seats as null', '{"sessionId":"s1","seats":null}', 'seats'],
    ['a session id that is none', '{"sessionId":"../etc","seats":1}', 'sessionId'],
    ['a session id with NUL', '{"sessionId":"s\\u0000","seats":1}', 'sessionId'],
    ['no session', '{"seats":1}', 'sessionId'],
    ['a list', '[]', 'body'],
    ['a number', '7', 'body'],
  ])('%s is a 400 that names the field', async (_, body, field) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.body.invalid[0].field).toBe(field)
  })

  it('broken JSON and oversized bodies are the sender’s fault', async () => {
    const headers = { 'content-type': 'application/json' }
    expect((await api.send('POST', '/holds', { headers, body: '{"seats":' })).status).toBe(400)
    expect((await api.send('POST', '/holds', { headers, body: `{"x":"${'x'.repeat(70_000)}"}` })).status).toBe(413)
  })

  it('a hold needs a person and a key', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = '{"sessionId":"s1","seats":1}'
    expect((await api.send('POST', '/holds', { headers, body })).status).toBe(401)
    expect((await post(body, { key: '' })).body.invalid[0].field).toBe('idempotency-key')
    expect((await post(body, { key: 'short' })).status).toBe(400)
  })

  it('unknown and past sessions, unknown bookings and feeds are refused', async () => {
    await open(world.pool, 'past', { experienceId: 'past', startsAt: '2020-01-01T10:00:00Z' })
    const refused = (reason: string) => ({ status: 409, body: { refused: reason } })
    expect(await at.hold('ann', 'never-was', 1)).toEqual(refused('no-such-session'))
    expect(await at.hold('ann', 'past', 1)).toEqual(refused('session-started'))
    expect(await at.release('ann', randomUUID())).toEqual(refused('no-such-booking'))
    expect(await at.sessionsOf('past')).toEqual([])
    expect(await at.sessionsOf('never-was')).toEqual([])
    expect((await api.send('GET', '/feeds/session.never-was')).status).toBe(404)
    expect((await api.send('GET', '/feeds/nonsense.x')).status).toBe(404)
    expect((await api.send('GET', '/feeds/traveller.never-was')).body).toMatchObject({
      version: 0,
      data: { bookings: [] },
    })
    expect((await api.send('GET', '/sessions')).status).toBe(400)
    expect((await api.send('GET', '/sessions?experience=..%2F')).status).toBe(400)
  })
})

it('the audit finds nothing wrong', async () => {
  expect(await at.failingChecks()).toEqual([])
})
