/** Lost, repeated and reordered events, and events that cannot be processed. */
import { reviewWritten } from '@fernweh/contracts/events/reviews'
import { type Broker, jsonCodec, publishEvent } from '@fernweh/kit/server/delivery/broker'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sumRatings } from '../src/domain/rating.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const parked = async () =>
  (await world.database.pool.query('select stream, version, cause from parked order by stream, version')).rows

describe('the view', () => {
  it('is the same after a rebuild', async () => {
    for (const [i, person] of ['ann', 'bob', 'cy'].entries()) await world.write('tiles', person, { rating: i + 3 })
    const before = await world.shown('tiles', 3)
    await world.rebuildViews()
    const after = await world.shown('tiles', 3)
    expect(after.data).toEqual(before.data)
    expect(after.version).toBeGreaterThan(before.version)
    await world.auditPasses()
  })

  it('does not pass the audit when it was changed by hand', async () => {
    await world.database.pool.query(`update ratings set total = total + 1 where experience_id = 'tiles'`)
    expect(await world.failingChecks()).toMatchObject([{ name: 'ratings equal their rebuild' }])
    await world.database.pool.query(`update ratings set total = total - 1 where experience_id = 'tiles'`)
    expect(await world.failingChecks()).toEqual([])
  })

  it('is complete after the broker lost everything', async () => {
    await world.broker.jsm.streams.delete('reviews')
    await world.write('tiles', 'dee', { rating: 1 })
    await world.shown('tiles', 4)
    await world.auditPasses()
  })
})

describe('names', () => {
  it('whose events were lost are read from the log of accounts', async () => {
    await world.write('fado', 'eve')
    await world.changeName('eve', 'Eve', { lost: true })
    await world.changeName('eve', 'Eva', { lost: true })
    await world.changeName('eve', 'Evelyn')
    await until(
      () => world.read('fado'),
      ({ rating }) => rating.data.reviews[0]?.authorName === 'Evelyn',
    )
    const { rows } = await world.database.pool.query(`select version from consumed where stream = 'profile.eve'`)
    expect(rows).toEqual([{ version: 3 }])
  })

  it('wait while accounts does not answer, and delay nobody else’s', async () => {
    world.accounts.answering(false)
    await world.changeName('fay', 'Fay', { lost: true })
    await world.changeName('fay', 'Faye')
    await world.addPerson('hal', 'Hal')
    expect(await world.isNameStored('fay')).toBe(false)
    world.accounts.answering(true)
    await until(() => world.isNameStored('fay'), Boolean)
  })
})

describe('an event that cannot be processed', () => {
  it('parks only its stream, and is shown once it can be', async () => {
    await world.database.pool.query(`alter table reviews add constraint poison check (text <> 'poison')`)
    const bookingId = await world.visit('fado', 'mallory')
    await world.review(bookingId, 'mallory', { text: 'poison' })
    await world.write('fado', 'gus', { text: 'fine' })
    await until(
      () => world.read('fado'),
      ({ rating }) => rating.data.reviews.some(({ authorId }) => authorId === 'gus'),
    )
    const [row] = await until(parked, (rows) => rows.length === 1)
    expect(row).toMatchObject({ stream: `review.${bookingId}`, cause: expect.stringContaining('poison') })
    expect((await world.failingChecks()).map(({ name }) => name)).toContain('no event is parked')

    expect((await world.service().ops('parked/replay')).body).toEqual({ left: 1 })
    await world.database.pool.query('alter table reviews drop constraint poison')
    expect((await world.service().ops('parked/replay')).body).toEqual({ left: 0 })
    await world.shown('fado', 3)
    await world.auditPasses()
  })

  it('is parked, not lost, when its version is newer than known', async () => {
    const event = {
      ...toEnvelope(reviewWritten, 'reviews', 'review.fado__future', 1, { stars: '∞' }),
      schemaversion: 9,
    }
    await publishEvent(world.broker, 1, event)
    const [row] = await until(parked, (rows) => rows.length === 1)
    expect(row.cause).toContain('known up to 2')
    await world.database.pool.query('delete from parked')
  })
})

describe('repeated and reordered events', () => {
  /** Stars of each review, and the order in which two copies of each are delivered. */
  const deliveries = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }).chain((stars) => {
    const twice = [...stars.keys(), ...stars.keys()]
    return fc.tuple(fc.constant(stars), fc.shuffledSubarray(twice, { minLength: twice.length }))
  })

  it('of several streams never change a rating', async () => {
    let round = 0
    await fc.assert(
      fc.asyncProperty(deliveries, async ([stars, order]) => {
        round += 1
        const reviews = stars.map((rating, i) => toReview(`property-${round}`, i, rating))
        const events = reviews.map((data) => toEnvelope(reviewWritten, 'reviews', `review.${data.reviewId}`, 1, data))
        for (const i of order) await publishAgain(world.broker, events[i] as (typeof events)[number])
        await world.drained()
        const rating = await world.shown(`property-${round}`, stars.length)
        const { count, total } = sumRatings(reviews).get(`property-${round}`) as { count: number; total: number }
        expect([rating.data.count, rating.data.average]).toEqual([count, total / count])
        // Reviews that arrive together change the feed once, repeated ones not at all.
        expect(rating.version).toBeLessThanOrEqual(count)
      }),
      { numRuns: 12 },
    )
  })
})

function toReview(experienceId: string, i: number, rating: number) {
  const id = `${experienceId}-${i}`
  return { reviewId: id, bookingId: id, experienceId, authorId: `p${i}`, rating, text: 'x' }
}

/** Without a message id, so that the broker does not drop the duplicate. */
const publishAgain = (broker: Broker, event: object & { subject: string }) =>
  broker.js.publish(`reviews.${event.subject}.review-written`, jsonCodec.encode(event))
