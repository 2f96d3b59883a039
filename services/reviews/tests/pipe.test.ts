/** What the stream may do to us: duplicates, losses, disorder, poison. */
import { reviewWritten } from '@fernweh/contracts/events/reviews'
import { type Broker, jsonCodec, publishEvent } from '@fernweh/kit/server/delivery/broker'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rate } from '../src/domain/rating.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const parked = () => world.database.pool.query('select stream, version, cause from parked order by stream, version')

describe('a view', () => {
  it('that was deleted is the same after a replay', async () => {
    for (const [i, person] of ['ann', 'bob', 'cy'].entries()) await world.write('tiles', person, { rating: i + 3 })
    const before = await world.shown('tiles', 3)
    await world.forgetViews()
    await world.restart()
    const after = await world.shown('tiles', 3)
    expect(after.data).toEqual(before.data)
    expect(after.version).toBeGreaterThan(before.version)
    expect(await world.failingChecks()).toEqual([])
  })

  it('that was tampered with does not pass the audit', async () => {
    await world.database.pool.query(`update ratings set total = total + 1 where experience_id = 'tiles'`)
    expect(await world.failingChecks()).toMatchObject([{ name: 'ratings equal their rebuild' }])
    await world.database.pool.query(`update ratings set total = total - 1 where experience_id = 'tiles'`)
    expect(await world.failingChecks()).toEqual([])
  })

  it('converges after the broker lost everything', async () => {
    await world.broker.jsm.streams.delete('reviews')
    await world.write('tiles', 'dee', { rating: 1 })
    await world.shown('tiles', 4)
    await until(
      () => world.failingChecks(),
      (failing) => failing.length === 0,
    )
  })
})

describe('names', () => {
  it('whose messages were lost are filled in from the log of accounts', async () => {
    await world.write('fado', 'eve')
    await world.call('eve', 'Eve', { lost: true })
    await world.call('eve', 'Eva', { lost: true })
    await world.call('eve', 'Evelyn')
    await until(
      () => world.read('fado'),
      ({ rating }) => rating.data.reviews[0]?.authorName === 'Evelyn',
    )
    const { rows } = await world.database.pool.query(`select version from consumed where stream = 'profile.eve'`)
    expect(rows).toEqual([{ version: 3 }])
  })

  it('wait while accounts cannot be asked for what was lost, and hold up nobody else', async () => {
    const known = async (person: string) =>
      (await world.database.pool.query('select 1 from names where account_id = $1', [person])).rowCount
    world.accounts.answering(false)
    await world.call('fay', 'Fay', { lost: true })
    await world.call('fay', 'Faye')
    await world.call('hal', 'Hal')
    await until(
      () => known('hal'),
      (rows) => rows === 1,
    )
    expect(await known('fay')).toBe(0)
    world.accounts.answering(true)
    await until(
      () => known('fay'),
      (rows) => rows === 1,
    )
  })
})

describe('a poisoned event', () => {
  it('parks its stream only, and is shown once it can be', async () => {
    await world.database.pool.query(`alter table reviews add constraint poison check (text <> 'poison')`)
    const bookingId = await world.visit('fado', 'mallory')
    await world.review(bookingId, 'mallory', { text: 'poison' })
    await world.write('fado', 'gus', { text: 'fine' })
    await until(
      () => world.read('fado'),
      ({ rating }) => rating.data.reviews.some(({ authorId }: { authorId: string }) => authorId === 'gus'),
    )
    const { rows } = await until(parked, ({ rowCount }) => rowCount === 1)
    expect(rows[0]).toMatchObject({ stream: `review.${bookingId}`, cause: expect.stringContaining('poison') })
    expect(await world.failingChecks()).toMatchObject([{ name: 'no event is parked' }])

    expect((await world.service().ops('parked/replay')).body).toEqual({ left: 1 })
    await world.database.pool.query('alter table reviews drop constraint poison')
    expect((await world.service().ops('parked/replay')).body).toEqual({ left: 0 })
    await world.shown('fado', 3)
    expect(await world.failingChecks()).toEqual([])
  })

  it('of a version nobody knows is parked, not lost', async () => {
    const event = {
      ...toEnvelope(reviewWritten, 'reviews', 'review.fado__future', 1, { stars: '∞' }),
      schemaversion: 9,
    }
    await publishEvent(world.broker, 1, event)
    const { rows } = await until(parked, ({ rowCount }) => rowCount === 1)
    expect(rows[0].cause).toContain('known up to 2')
    await world.database.pool.query('delete from parked')
  })
})

describe('duplicates and disorder', () => {
  it('across streams never change a rating', async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        async (stars, chance) => {
          round += 1
          const experienceId = `property-${round}`
          const reviews = stars.map((rating, i) => ({
            reviewId: `${experienceId}-${i}`,
            bookingId: `${experienceId}-${i}`,
            experienceId,
            authorId: `p${i}`,
            rating,
            text: 'x',
          }))
          const events = reviews.map((data) => toEnvelope(reviewWritten, 'reviews', `review.${data.reviewId}`, 1, data))
          const deliveries = [...events, ...events].sort(() => ((chance.next().value as number) % 3) - 1)
          for (const event of deliveries) await again(world.broker, event)
          const rating = await world.shown(experienceId, stars.length)
          const { count, total } = rate(reviews).get(experienceId) as { count: number; total: number }
          expect([rating.data.count, rating.data.average]).toEqual([count, total / count])
          // Reviews that come together are one change; those that come again are none.
          expect(rating.version).toBeLessThanOrEqual(count)
        },
      ),
      { numRuns: 12 },
    )
  })
})

/** Without a message id, so that the broker does not spot the duplicate for us. */
const again = (broker: Broker, event: object & { subject: string }) =>
  broker.js.publish(`reviews.${event.subject}.review-written`, jsonCodec.encode(event))
