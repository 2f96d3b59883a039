import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from './actions.ts'
import { createWorld, open, type World } from './world.ts'

/** Holds last a second here. */
const env = { HOLD_SECONDS: '1' }

let world: World
let api: ServiceProcess
let at: ReturnType<typeof actions>

beforeAll(async () => {
  world = await createWorld()
  api = await world.startApi(env)
  at = actions(api)
})
afterAll(() => world.end())

const ended = (sessionId: string, count: number) =>
  until(
    () => world.eventsOf(sessionId),
    (events) => events.filter((event) => event !== 'session-opened' && event !== 'seats-held').length >= count,
  )
const overdue = () =>
  until(
    () =>
      world.query<{ n: number }>(
        `select count(*) as n from bookings where status = 'held' and expires_at > clock_timestamp()`,
      ),
    ([row]) => row?.n === 0,
  )
const timersLeft = async () => (await world.query('select name from timers')).length

describe('a hold that nobody releases', () => {
  it('expires when everything was down at that moment, once, though two processors wake up', async () => {
    await open(world.pool, 'down')
    await Promise.all([at.hold('ann', 'down', 2), at.hold('bob', 'down', 3)])
    await api.kill()
    await overdue()
    const processors = await Promise.all([world.startProcessor(env), world.startProcessor(env)])
    expect(await ended('down', 2)).toEqual([
      'session-opened',
      'seats-held',
      'seats-held',
      'hold-expired',
      'hold-expired',
    ])
    await until(timersLeft, (left) => left === 0)
    expect(await world.eventsOf('down')).toHaveLength(5)
    expect(await processors[1].stop()).toBe(0)
    api = await world.startApi(env)
    at = actions(api)
    expect(await at.seatsLeft('down')).toBe(10)
  })

  it('is shown as expired on every feed', async () => {
    await open(world.pool, 'shown', { capacity: 2 })
    const told = new Set<string>()
    world.broker.nc.subscribe('feeds.>', { callback: (_, { subject }) => void told.add(subject) })
    const { booking } = (await at.hold('cem', 'shown', 2)).body
    expect(await at.seatsLeft('shown')).toBe(0)
    await ended('shown', 1)
    expect(await at.seatsLeft('shown')).toBe(2)
    expect(await at.bookingsOf('cem')).toEqual([{ ...booking, status: 'expired' }])
    await until(
      () => told,
      (feeds) =>
        feeds.has('feeds.session.shown') &&
        feeds.has('feeds.traveller.cem') &&
        feeds.has(`feeds.booking.cem__${booking.bookingId}`),
    )
  })

  it('cannot be released after its time', async () => {
    await open(world.pool, 'late')
    const { booking } = (await at.hold('ann', 'late', 1)).body
    await overdue()
    expect(await at.release('ann', booking.bookingId)).toEqual({ status: 409, body: { refused: 'hold-ended' } })
  })
})

it('a release that races the expiry ends the hold once', async () => {
  const races = Array.from({ length: 30 }, (_, i) => `raced-${i}`)
  for (const sessionId of races) await open(world.pool, sessionId)
  const holds = await Promise.all(
    races.map(async (sessionId, i) => (await at.hold(`t${i}`, sessionId, 1)).body.booking),
  )
  const answers = await Promise.all(
    holds.map(async ({ bookingId, expiresAt }, i) => {
      await new Promise((resolve) => setTimeout(resolve, Date.parse(expiresAt) - Date.now() - 60 + i * 4))
      return at.release(`t${i}`, bookingId)
    }),
  )
  for (const [i, sessionId] of races.entries()) {
    const how = answers[i]?.status === 200 ? 'hold-released' : 'hold-expired'
    expect(await ended(sessionId, 1)).toEqual(['session-opened', 'seats-held', how])
    expect(await at.seatsLeft(sessionId)).toBe(10)
  }
  await until(timersLeft, (left) => left === 0)
  for (const sessionId of races) expect(await world.eventsOf(sessionId)).toHaveLength(3)
})

it('the audit finds nothing wrong', async () => {
  expect(await at.failingChecks()).toEqual([])
})
