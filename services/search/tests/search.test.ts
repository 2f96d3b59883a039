import { findExperiences, getExperience, listExperiences } from '@fernweh/contracts/api/search'
import type { Push } from '@fernweh/contracts/feeds/feed'
import type { ExperienceCard } from '@fernweh/contracts/feeds/search'
import { experience } from '@fernweh/contracts/feeds/search'
import { type Broker, jsonCodec } from '@fernweh/kit/server/delivery/broker'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { startTestNats, type TestNats } from '@fernweh/kit/testing/test-nats'
import { createTestOwner, type TestOwner, toEnvelope } from '@fernweh/kit/testing/test-owner'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  experiencePublished,
  held,
  holdReleased,
  review,
  reviewWritten,
  seats,
  seatsHeld,
  session,
  sessionOpened,
  tea,
  tiles,
} from './events.ts'

let nats: TestNats
let broker: Broker
let catalog: TestOwner
let bookings: TestOwner
let reviews: TestOwner
let search: ServiceProcess
let twin: ServiceProcess

const start = () => startService(new URL('..', import.meta.url), { NATS_URL: nats.url })

beforeAll(async () => {
  nats = await startTestNats()
  broker = await nats.connect()
  catalog = await createTestOwner(broker, 'catalog')
  bookings = await createTestOwner(broker, 'bookings')
  reviews = await createTestOwner(broker, 'reviews')
  await catalog.append(experiencePublished, 'tiles', tiles)
  await catalog.append(experiencePublished, 'tea', tea)
  await bookings.append(sessionOpened, 's1', session('s1', '2130-06-01T09:00:00.000Z'))
  search = await start()
  twin = await start()
})
afterAll(async () => {
  await Promise.all([search.kill(), twin.kill()])
  await nats.close()
})

const card = async (of = search) =>
  (await of.call(getExperience, { params: { experienceId: 'tiles' } })).body.experience
const seatsLeft = async (of = search) => (await card(of)).data.next?.seatsLeft

describe('search', () => {
  it('lists the ids of everything in one order, in pages', async () => {
    const list = async (page: number, of = search) =>
      (await of.call(listExperiences, { query: { page, limit: 1 } })).body
    expect(await list(1)).toEqual({ pages: 2, experienceIds: ['tea'] })
    expect(await list(2, twin)).toEqual({ pages: 2, experienceIds: ['tiles'] })
    expect(await list(3)).toEqual({ pages: 2, experienceIds: [] })
  })

  it('knows everything from before as soon as it is ready', async () => {
    const { body } = await search.call(findExperiences, { query: { q: 'lisb' } })
    expect(body.total).toBe(1)
    expect(body.found[0]).toMatchObject({
      feed: 'listing.tiles',
      version: 2,
      data: { title: tiles.title, next: { seatsLeft: 8 } },
    })
    expect(experience.parse((await card()).data)).toEqual((await card()).data)
  })

  it('pushes a changed card, the same one a reader gets', async () => {
    const pushes: Push<ExperienceCard>[] = []
    broker.nc.subscribe('feeds.listing.tiles', {
      callback: (_, { data }) => pushes.push(jsonCodec.decode(data) as Push<ExperienceCard>),
    })
    await broker.nc.flush()
    await bookings.append(seatsHeld, 's1', held('s1', 'h1', 3))
    await bookings.append(holdReleased, 's1', seats('s1', 'h1', 3))
    await reviews.append(reviewWritten, 'tiles__ann', review('ann', 4))
    const last = await until(
      () => pushes.at(-1),
      (push) => push?.version === 5,
    )
    expect(last?.data).toMatchObject({ rating: { average: 4, count: 1 }, next: { seatsLeft: 8 } })
    // The push may be of the twin, which may have heard it sooner.
    const { body } = await until(
      () => search.send('GET', '/feeds/listing.tiles'),
      ({ body }) => body.version === last?.version,
    )
    expect(body).toEqual({ feed: 'listing.tiles', version: last?.version, data: last?.data })
    expect((await search.send('GET', '/feeds/experience.tiles')).body).toEqual(await card())
  })

  it('conflates a burst into few pushes', async () => {
    const versions: number[] = []
    broker.nc.subscribe('feeds.listing.tea', {
      callback: (_, { data }) => versions.push((jsonCodec.decode(data) as Push).version),
    })
    await broker.nc.flush()
    for (let i = 0; i < 60; i++) await reviews.append(reviewWritten, `tea__p${i}`, review(`p${i}`, 5, 'tea'))
    await until(
      () => versions,
      (seen) => seen.includes(61),
    )
    expect(new Set(versions).size).toBeLessThan(30)
  })

  it('hears an event once, however often it is sent, and fills what was lost from the log of its owner', async () => {
    const before = (await card()).version
    const once = await bookings.append(seatsHeld, 's1', held('s1', 'h2', 2), { lost: true })
    await bookings.append(holdReleased, 's1', seats('s1', 'h2', 2), { lost: true })
    const last = await bookings.append(seatsHeld, 's1', held('s1', 'h3', 1))
    await until(seatsLeft, (left) => left === 7)
    for (const event of [once, last, last])
      await broker.js.publish('bookings.session.s1.seats-held', jsonCodec.encode(event))
    await bookings.append(seatsHeld, 's1', held('s1', 'h4', 1))
    await until(seatsLeft, (left) => left === 6)
    expect((await card()).version).toBe(before + 4)
  })

  it('goes on past an event it cannot read', async () => {
    const poison = toEnvelope(reviewWritten, 'reviews', 'review.tiles__mallory', 1, { rating: 'six' })
    await reviews.publish(poison)
    await reviews.append(reviewWritten, 'tiles__bob', review('bob', 2))
    await until(card, ({ data }) => data.rating.count === 2)
  })

  it('says the same in every instance', async () => {
    const mine = await card()
    expect(
      await until(
        () => card(twin),
        ({ version }) => version === mine.version,
      ),
    ).toEqual(mine)
    expect((await search.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  })

  it('refuses what it does not know, and names what is wrong', async () => {
    expect(await search.call(getExperience, { params: { experienceId: 'atlantis' } })).toEqual({
      status: 409,
      body: { refused: 'no-such-experience' },
    })
    expect((await search.send('GET', '/feeds/listing.atlantis')).status).toBe(404)
    for (const [query, field] of [
      ['limit=0', 'limit'],
      ['limit=1e9', 'limit'],
      ['q=a&q=b', 'q'],
      [`q=${'x'.repeat(201)}`, 'q'],
    ] as const) {
      const { status, body } = await search.send('GET', `/experiences?${query}`)
      expect([query, status, body.invalid?.[0].field]).toEqual([query, 400, field])
    }
    for (const q of ['%', '%00', '(', '%E0%A4%A', '\\', '🦩'])
      expect((await search.send('GET', `/experiences?q=${q}`)).status).toBeLessThan(500)
  })

  it('forgets nothing when the broker is wiped', async () => {
    const before = await card()
    for (const owner of ['catalog', 'bookings', 'reviews']) await broker.jsm.streams.delete(owner)
    expect(await card()).toEqual(before)
    await createTestOwner(broker, 'bookings')
    await bookings.append(seatsHeld, 's1', held('s1', 'h5', 1))
    await until(seatsLeft, (left) => left === 5)
  })

  it('stops in order when asked to', async () => {
    expect(await twin.stop()).toBe(0)
  })
})
