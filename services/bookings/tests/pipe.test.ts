/** Between catalog, bookings and whoever reads bookings. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { experiencePublished, sessionScheduled } from '@fernweh/contracts/events/catalog'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import { createDurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import { createLogger } from '@fernweh/kit/server/process/logger'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions } from './actions.ts'
import { createWorld, open, type World } from './world.ts'

let world: World
let api: ServiceProcess
let processor: ServiceProcess
let at: ReturnType<typeof actions>
let reader: TestDatabase

beforeAll(async () => {
  world = await createWorld()
  // The processor holds the relay's lock: the API's events go out through another process.
  processor = await world.startProcessor()
  api = await world.startApi()
  at = actions(api)
  reader = await createTestDatabase()
})
afterAll(async () => {
  await world.end()
  await reader.drop()
})

const seen: Envelope[] = []
const versionsOf = (stream: string) =>
  seen.filter(({ subject }) => subject === stream).map(({ streamversion }) => streamversion)

function read() {
  return createDurableConsumer({
    pool: reader.pool,
    broker: world.broker,
    name: 'test-reader',
    owner: 'bookings',
    noun: 'session',
    log: createLogger('test', { level: 'silent' }),
    handle: async () => {},
    afterCommit: (events) => void seen.push(...events),
  })
}

describe('bookings', () => {
  const tiles = {
    experienceId: 'tiles',
    hostId: 'cleo',
    title: 'Paint a blue tile',
    summary: 'A morning at a workbench.',
    description: 'One tile to carry home.',
    city: 'Lisbon',
    country: 'PT',
    place: { latitude: 38.71, longitude: -9.13 },
    zone: 'Europe/Lisbon',
    category: 'craft' as const,
    durationMinutes: 120,
    language: 'en',
    translations: {},
    languages: ['en'],
    price: { amount: 4500, currency: 'EUR' },
  }
  const titles = async () => (await at.bookingsOf('dora')).map(({ offer }) => offer?.title)

  it('are listed by what the experience is called, and follow when its host calls it something else', async () => {
    await open(world.pool, 'titled')
    expect((await at.hold('dora', 'titled', 1)).status).toBe(200)
    expect(await titles()).toEqual([undefined])
    await world.catalog.append(experiencePublished, 'tiles', tiles)
    await until(titles, ([title]) => title === 'Paint a blue tile')
    await world.catalog.append(experiencePublished, 'tiles', { ...tiles, title: 'Paint a green tile' })
    await until(titles, ([title]) => title === 'Paint a green tile')
  })

  it('say where it is: its city, not its zone, its country and its point on the map', async () => {
    expect(await at.cityOf('oranges')).toBeNull()
    await world.catalog.append(experiencePublished, 'oranges', { ...tiles, experienceId: 'oranges', city: 'Seville' })
    await until(
      () => at.cityOf('oranges'),
      (city) => city === 'Seville',
    )
    const place = { latitude: 38.71, longitude: -9.13 }
    expect((await at.bookingsOf('dora'))[0]?.offer).toMatchObject({ city: 'Lisbon', country: 'PT', place })
  })

  it('carry its titles in other languages, and its picture as soon as there is one', async () => {
    const offer = async () => (await at.bookingsOf('dora'))[0]?.offer
    expect(await offer()).toMatchObject({ language: 'en', translations: {}, picture: null })
    const [title, summary, description] = ['Eine Kachel malen', 'Ein Morgen.', 'Eine zum Mitnehmen.']
    const translations = { de: { title, summary, description } }
    await world.catalog.append(experiencePublished, 'tiles', { ...tiles, translations })
    await until(offer, (shown) => shown?.translations.de === title)
    const picture = {
      pictureId: 'tiles-at-noon',
      colours: ['#112233', '#445566', '#778899'] as [string, string, string],
    }
    await world.pictures.append(pictureMade, 'tiles', { experienceId: 'tiles', picture })
    await until(offer, (shown) => shown?.picture?.pictureId === picture.pictureId)
  })
})

describe('sessions', () => {
  it('open when catalog has scheduled them', async () => {
    await world.schedule('told', { capacity: 8 })
    await world.opened('told')
    expect(await at.seatsLeft('told')).toBe(8)
    expect(await world.eventsOf('told')).toEqual(['session-opened'])
  })

  it('open once even if the consumer forgot what it had consumed', async () => {
    await world.schedule('forgotten')
    await world.opened('forgotten')
    await processor.kill()
    await world.query('delete from consumed')
    await world.broker.jsm.consumers.delete('catalog', 'bookings-open-sessions')
    processor = await world.startProcessor()
    await world.schedule('remembered')
    await world.opened('remembered')
    expect(await world.eventsOf('forgotten')).toEqual(['session-opened'])
  })

  it('that catalog scheduled while the processor was away open when it is back; holds go on meanwhile', async () => {
    await open(world.pool, 'meanwhile')
    expect(await processor.stop()).toBe(0)
    for (let i = 0; i < 40; i++) await world.schedule(`backlog-${i}`)
    expect((await at.hold('ann', 'meanwhile', 1)).status).toBe(200)
    expect(await world.query(`select 1 from sessions where session_id like 'backlog-%'`)).toEqual([])
    processor = await world.startProcessor()
    await Promise.all(Array.from({ length: 40 }, (_, i) => world.opened(`backlog-${i}`)))
  })

  it('whose event cannot be read wait aside, others open, and replay opens them', async () => {
    await world.catalog.append(sessionScheduled, 'broken', { capacity: 0 } as never)
    await world.schedule('unbroken')
    await world.opened('unbroken')
    await until(at.failingChecks, (checks) => checks.length === 1)
    expect((await processor.ops('parked/replay')).body).toEqual({ left: 1 })
    const [sound] = await world.query<{ data: object }>(`select data from events where stream = 'session.unbroken'`)
    const repaired = { ...sound?.data, sessionId: 'broken' }
    await world.query(`update parked set event = jsonb_set(event, '{data}', $1)`, [JSON.stringify(repaired)])
    expect((await processor.ops('parked/replay')).body).toEqual({ left: 0 })
    await world.opened('broken')
  })
})

describe('readers of bookings', () => {
  it('get what happened while they were away, in order', async () => {
    await open(world.pool, 'busy', { capacity: 500 })
    await read().stop()
    await Promise.all(Array.from({ length: 100 }, (_, i) => at.hold(`t${i}`, 'busy', 1)))
    const back = read()
    await until(
      () => versionsOf('session.busy').length,
      (count) => count >= 101,
    )
    await back.stop()
    expect(versionsOf('session.busy')).toEqual(Array.from({ length: 101 }, (_, i) => i + 1))
  })

  it('hear of a hold, though another process relays it', async () => {
    await open(world.pool, 'poked')
    const heard: Promise<Envelope> = new Promise((resolve) => {
      const subject = 'bookings.session.poked.seats-held'
      world.broker.nc.subscribe(subject, { callback: (_, message) => resolve(message.json<Envelope>()) })
    })
    await world.broker.nc.flush()
    const { body } = await at.hold('ann', 'poked', 2)
    expect(await heard).toMatchObject({
      subject: 'session.poked',
      actor: 'ann',
      data: { holdId: body.booking.bookingId },
    })
  })

  it('hear nothing while the relay is paused at any instance, and everything afterwards', async () => {
    await open(world.pool, 'paused')
    await api.ops('relay', { paused: true })
    await at.hold('ann', 'paused', 2)
    const unpublished = () =>
      world.query<{ version: number }>(`select version from events where stream = 'session.paused' and not published`)
    // Longer than the relay's polling.
    await new Promise((resolve) => setTimeout(resolve, 600))
    expect((await unpublished()).length).toBeGreaterThan(0)
    await api.ops('relay', { paused: false })
    await until(unpublished, (rows) => rows.length === 0)
  })
})

describe('the audit', () => {
  it('is content', async () => {
    expect(await at.failingChecks()).toEqual([])
    expect((await processor.ops('audit')).body.checks).toHaveLength(9)
  })

  it.each([
    ['a seat that nobody holds', `update sessions set held = held + 1 where session_id = 'meanwhile'`],
    ['a hold that was never held', `update bookings set status = 'released' where session_id = 'meanwhile'`],
    [
      'a session that never opened',
      `insert into sessions (session_id, experience_id, starts_at, ends_at, zone, capacity, amount, currency, held)
      select 'ghost', experience_id, starts_at, ends_at, zone, capacity, amount, currency, 0 from sessions limit 1`,
    ],
  ])('sees %s', async (_, corruption) => {
    await world.query(corruption)
    expect(await at.failingChecks()).not.toEqual([])
  })
})
