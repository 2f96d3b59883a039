import { createHash } from 'node:crypto'
import { getOlderReviews, getReviews, writeReview } from '@fernweh/contracts/api/reviews'
import type { Push } from '@fernweh/contracts/feeds/feed'
import type { ExperienceRating, Review } from '@fernweh/contracts/feeds/reviews'
import { jsonCodec } from '@fernweh/kit/server/delivery/broker'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.addPerson('ann', 'Ann')
  await world.addPerson('bob', 'Bob')
})
afterAll(() => world.end())

describe('writing a review', () => {
  it('is on its way until it is consumed from the stream, and published from then on', async () => {
    await world.service().ops('relay', { paused: true })
    const { status, body } = await world.write('tiles', 'ann', { rating: 4, text: 'Blue hands for days.' })
    expect(status).toBe(200)
    expect(body.mine).toMatchObject({
      status: 'on-its-way',
      review: { authorName: 'Ann', verified: true, rating: 4, text: 'Blue hands for days.' },
    })

    expect(await world.read('tiles', as('ann'))).toEqual({
      mine: body.mine,
      invitations: [],
      rating: { feed: 'rating.tiles', version: 0, data: nothing('tiles') },
    })
    expect((await world.read('tiles', as('bob'))).mine).toBeNull()
    expect((await world.read('tiles')).mine).toBeNull()

    await world.service().ops('relay', { paused: false })
    const rating = await world.shown('tiles', 1)
    expect(rating).toEqual({
      feed: 'rating.tiles',
      version: 1,
      data: { experienceId: 'tiles', average: 4, count: 1, stars: [0, 0, 0, 1, 0], reviews: [body.mine.review] },
    })
    expect((await world.read('tiles', as('ann'))).mine).toEqual({ status: 'published', review: body.mine.review })
  })

  it('survives a crash before it was published', async () => {
    await world.service().ops('relay', { paused: true })
    const { body } = await world.write('dunes', 'ann')
    await world.restart()
    expect((await world.shown('dunes', 1)).data.reviews).toEqual([body.mine.review])
  })

  it('again with the same key gives the same answer and no second event', async () => {
    const bookingId = await world.visit('fado', 'ann')
    const answers = []
    for (let i = 0; i < 3; i++) answers.push(await world.review(bookingId, 'ann', { key: 'key-of-one-form' }))
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    await world.shown('fado', 1)
    const other = await world.review(bookingId, 'ann', { key: 'key-of-one-form', text: 'changed my mind' })
    expect([other.status, other.body.invalid[0].field]).toEqual([400, 'idempotency-key'])
  })

  it('stores its key with the hash that earlier versions stored, so that keys outlive an upgrade', async () => {
    const bookingId = await world.visit('quay', 'ann')
    await world.review(bookingId, 'ann', { rating: 4, text: 'Salt.', key: 'key-of-then' })
    const hashed = `{"bookingId":"${bookingId}","experienceId":"quay","authorId":"ann","rating":4,"text":"Salt."}`
    const { rows } = await world.database.pool.query(`select body_hash from idempotency where key = 'ann:key-of-then'`)
    expect(rows).toEqual([{ body_hash: createHash('sha256').update(hashed).digest('base64url') }])
  })

  it('a second time is refused, also when several tabs send it at once', async () => {
    const bookingId = await world.visit('fado', 'bob')
    const race = await Promise.all([1, 2, 3, 4].map(() => world.review(bookingId, 'bob')))
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect((await world.review(bookingId, 'bob')).body).toEqual({ refused: 'already-reviewed' })
    expect((await world.shown('fado', 2)).data.count).toBe(2)
  })

  it.each([
    ['rating', { rating: 0, text: 'x' }],
    ['rating', { rating: 4.5, text: 'x' }],
    ['rating', { rating: 6, text: 'x' }],
    ['text', { rating: 5, text: '  ' }],
    ['text', { rating: 5, text: '\u200b\u2060\u200b' }],
    ['text', { rating: 5, text: '\u3164' }],
    ['text', { rating: 5, text: 'x'.repeat(4001) }],
    ['text', { rating: 5 }],
  ])('with a bad %s is a 400 that names it', async (field, body) => {
    const answer = await world.service().call(writeReview, {
      params: { bookingId: 'any' },
      body: body as { rating: number; text: string },
      by: as('ann'),
      key: 'bad-input',
    })
    expect([answer.status, answer.body.invalid[0].field]).toEqual([400, field])
  })

  it('has a key of its author: the same key of another person is another one', async () => {
    const [anns, bobs] = [await world.visit('harbour', 'ann'), await world.visit('harbour', 'bob')]
    expect((await world.review(anns, 'ann', { key: 'one-key-of-two' })).status).toBe(200)
    expect((await world.review(bobs, 'bob', { key: 'one-key-of-two' })).status).toBe(200)
  })

  it('without a person is a 401, without a key a 400', async () => {
    const input = { params: { bookingId: 'any' }, body: { rating: 5, text: 'x' } }
    expect((await world.service().call(writeReview, { ...input, key: 'no-person' })).status).toBe(401)
    const keyless = await world.service().call(writeReview, { ...input, by: as('ann') })
    expect([keyless.status, keyless.body.invalid[0].field]).toEqual([400, 'idempotency-key'])
    expect((await world.service().call(getReviews, { params: { experienceId: 'No Such' } })).status).toBe(400)
  })
})

describe('the rating feed', () => {
  it('is pushed with the data that a request is answered with', async () => {
    const pushes: Push<ExperienceRating>[] = []
    world.broker.nc.subscribe('feeds.rating.tram', {
      callback: (_, { data }) => pushes.push(jsonCodec.decode(data) as Push<ExperienceRating>),
    })
    await world.broker.nc.flush()
    await world.write('tram', 'ann', { rating: 2 })
    await world.write('tram', 'bob', { rating: 5 })
    const last = await until(
      () => pushes.at(-1),
      (push) => push?.data.count === 2,
    )
    const { body } = await world.service().send('GET', '/feeds/rating.tram')
    expect(body).toEqual({ feed: 'rating.tram', version: last?.version, data: last?.data })
    expect(body.data.average).toBe(3.5)
    expect((await world.service().send('GET', '/feeds?feeds=rating.tram,rating.cellar')).body).toEqual({
      versions: { 'rating.tram': last?.version, 'rating.cellar': 0 },
    })
  })

  it('exists at version 0 before the first review', async () => {
    expect((await world.service().send('GET', '/feeds/rating.cellar')).body).toEqual({
      feed: 'rating.cellar',
      version: 0,
      data: nothing('cellar'),
    })
    expect((await world.service().send('GET', '/feeds/session.cellar')).status).toBe(404)
  })

  it('shows the newest twenty, and counts all', async () => {
    const people = Array.from({ length: 23 }, (_, i) => `guest-${i}`)
    for (const person of people) await world.write('cellar', person)
    const { data } = await world.shown('cellar', 23)
    expect(data.reviews.map(({ authorId }: Review) => authorId)).toEqual(people.reverse().slice(0, 20))
    expect(data.reviews[0]?.authorName).toBeNull()
    expect(data.stars).toEqual([0, 0, 0, 0, 23])

    const olderThan = (than = 'nothing', limit = 10) =>
      world.service().call(getOlderReviews, { params: { experienceId: 'cellar' }, query: { than, limit } })
    const { body } = await olderThan(data.reviews.at(-1)?.reviewId)
    expect(body.reviews.map(({ authorId }: Review) => authorId)).toEqual(people.slice(20))
    expect((await olderThan(data.reviews[3]?.reviewId, 2)).body.reviews).toEqual(data.reviews.slice(4, 6))
    expect((await olderThan()).body).toEqual({ reviews: [] })
    expect((await olderThan('\0')).status).toBe(400)
  })

  it('has a changed name, and none for a person who has left', async () => {
    await world.addPerson('dora', 'Dora')
    await world.write('castle', 'dora')
    const before = await until(
      () => world.read('castle'),
      ({ rating }) => rating.data.reviews[0]?.authorName === 'Dora',
    )
    await world.changeName('dora', 'Dorothea')
    const after = await until(
      () => world.read('castle'),
      ({ rating }) => rating.data.reviews[0]?.authorName === 'Dorothea',
    )
    expect(after.rating.version).toBeGreaterThan(before.rating.version)
    world.keys.delete('dora')
    await world.restart()
    expect((await world.read('castle')).rating.data.reviews[0]?.authorName).toBeNull()
  })
})

it('the service stops in order', async () => {
  expect(await world.service().stop()).toBe(0)
})

const nothing = (experienceId: string) => ({
  experienceId,
  average: null,
  count: 0,
  stars: [0, 0, 0, 0, 0],
  reviews: [],
})
