import { importExperiences, publishExperience, scheduleSessions } from '@fernweh/contracts/api/catalog'
import type { Envelope } from '@fernweh/contracts/envelope'
import { catalogEvents, experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Identity } from '@fernweh/contracts/identity'
import { readMigrations, transaction } from '@fernweh/kit/server/database/database'
import { createInMemoryConsumer } from '@fernweh/kit/server/delivery/in-memory-consumer'
import { fetchOwnerLog } from '@fernweh/kit/server/delivery/log-server'
import { append } from '@fernweh/kit/server/event-log/event-log'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { type ServiceProcess, startService } from '@fernweh/kit/testing/service-process'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { startTestNats, type TestNats } from '@fernweh/kit/testing/test-nats'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = new URL('..', import.meta.url)
let nats: TestNats
let database: TestDatabase
let service: ServiceProcess

beforeAll(async () => {
  nats = await startTestNats()
  database = await createTestDatabase(await readMigrations(new URL('migrations/', folder)))
  service = await startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
})
afterAll(async () => {
  await service.kill()
  await nats.close()
  await database.drop()
})

const host = (sub: string): Identity => ({ sub, role: 'host', sid: 'sign-in' })
const tiles = {
  title: 'Paint your own tiles',
  summary: 'Two hours with brush and glaze',
  description: 'In a workshop in Alfama.',
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'craft' as const,
  durationMinutes: 120,
  languages: ['en'],
  price: { amount: 4500, currency: 'EUR' },
}
const text = { title: 'Kacheln bemalen', summary: 'Zwei Stunden', description: 'In der Alfama.' }
const session = (sessionId: string) => ({
  sessionId,
  startsAt: '2027-05-01T09:00:00Z',
  capacity: 8,
  price: { amount: 4500, currency: 'EUR' },
})

const publish = (experienceId: string, by: Identity | undefined, body: object = tiles) =>
  service.call(publishExperience, { params: { experienceId }, body: body as never, ...(by && { by }) })
const schedule = (experienceId: string, by: Identity, sessions: object[]) =>
  service.call(scheduleSessions, { params: { experienceId }, body: { sessions } as never, by })
const eventsOf = async (stream: string) =>
  (await database.pool.query('select type, version from events where stream = $1 order by version', [stream])).rows
const failingChecks = async () => (await service.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok)

describe('a host', () => {
  it('publishes an experience, changes it, and repeats itself without effect', async () => {
    const answer = (version: number) => ({ status: 200, body: { experienceId: 'tiles', version } })
    expect(await publish('tiles', host('cleo'))).toEqual(answer(1))
    expect(await publish('tiles', host('cleo'))).toEqual(answer(1))
    expect(await publish('tiles', host('cleo'), { ...tiles, durationMinutes: 90 })).toEqual(answer(2))
    expect(await eventsOf('experience.tiles')).toHaveLength(2)
  })

  it('says it in every language the pages speak', async () => {
    const answer = await publish('spoken', host('cleo'), { ...tiles, translations: { en: text, de: text, ar: text } })
    expect(answer.status).toBe(200)
  })

  it('schedules its sessions once', async () => {
    await schedule('tiles', host('cleo'), [session('tiles-1'), session('tiles-2')])
    await schedule('tiles', host('cleo'), [session('tiles-2'), session('tiles-3'), session('tiles-3')])
    for (const id of ['tiles-1', 'tiles-2', 'tiles-3']) expect(await eventsOf(`session.${id}`)).toHaveLength(1)
  })

  it('touches nobody else’s experience', async () => {
    const refused = (reason: string) => ({ status: 409, body: { refused: reason } })
    expect(await publish('tiles', host('dan'))).toEqual(refused('not-your-experience'))
    expect(await schedule('tiles', host('dan'), [session('tiles-9')])).toEqual(refused('not-your-experience'))
    expect(await schedule('nothing', host('dan'), [session('tiles-9')])).toEqual(refused('no-such-experience'))
    expect(await eventsOf('session.tiles-9')).toEqual([])
  })
})

describe('an operator', () => {
  const bring = (...experiences: object[]) => service.ops('experiences', { experiences })
  const dunes = { ...tiles, experienceId: 'dunes', hostId: 'cleo', sessions: [session('dunes-1'), session('dunes-2')] }

  it('brings the offers of another system with their sessions, once however often', async () => {
    const answer = { status: 200, body: { experiences: 1, sessions: 2, rejected: [] } }
    expect(await bring(dunes)).toEqual(answer)
    expect(await bring(dunes)).toEqual(answer)
    expect(await publish('dunes', host('cleo'))).toMatchObject({ body: { version: 1 } })
    for (const stream of ['experience.dunes', 'session.dunes-1', 'session.dunes-2']) {
      expect(await eventsOf(stream)).toHaveLength(1)
    }
  })

  it('is told which offers belong to another host; the others are taken over', async () => {
    const stolen = { ...tiles, experienceId: 'tiles', hostId: 'dan', sessions: [session('stolen-1')] }
    const mine = { ...tiles, experienceId: 'fado', hostId: 'dan', sessions: [session('fado-1')] }
    const rejected = [{ row: 'experiences.0', reason: 'not-your-experience' }]
    expect((await bring(stolen, mine)).body).toEqual({ experiences: 1, sessions: 1, rejected })
    expect(await eventsOf('session.stolen-1')).toEqual([])
    expect(await eventsOf('session.fado-1')).toHaveLength(1)
  })

  it('is told which row is invalid, and nothing is taken over', async () => {
    const wrong = { ...tiles, experienceId: 'wrong', hostId: 'dan', sessions: [{ ...session('wrong-1'), capacity: 0 }] }
    const { status, body } = await bring({ ...wrong, experienceId: 'right', sessions: [] }, wrong)
    expect([status, body.invalid[0].field]).toEqual([400, 'experiences.1.sessions.0.capacity'])
    expect(await eventsOf('experience.right')).toEqual([])
  })

  it('brings no more translations than pages speak languages', async () => {
    const tags = Array.from({ length: 600 }, (_, i) => String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26)))
    const { status, body } = await bring({ ...dunes, translations: Object.fromEntries(tags.map((tag) => [tag, text])) })
    const problem = 'not a language of the pages, which are en, de, ar'
    expect([status, body.invalid]).toEqual([400, [{ field: 'experiences.0.translations.aa', problem }]])
  })

  it('is no host', async () => {
    const answer = await service.call(importExperiences, { body: { experiences: [dunes] } as never, by: host('cleo') })
    expect(answer.status).toBe(403)
  })
})

it('nobody but hosts may publish', async () => {
  expect((await publish('mine', undefined)).status).toBe(401)
  expect((await publish('mine', { sub: 'ann', role: 'traveller', sid: 'sign-in' })).status).toBe(403)
  expect(await eventsOf('experience.mine')).toEqual([])
})

describe('bad input', () => {
  it.each([
    ['a price in fractions', { price: { amount: 45.5, currency: 'EUR' } }, 'price.amount'],
    ['a negative price', { price: { amount: -1, currency: 'EUR' } }, 'price.amount'],
    ['a price that no card can pay', { price: { amount: 5124, currency: 'KWD' } }, 'price.amount'],
    ['no title', { title: '' }, 'title'],
    ['a title nobody can see', { title: '\u3164\u200b\u2800' }, 'title'],
    ['a summary nobody can see', { summary: '\ufe0f' }, 'summary'],
    ['a description nobody can see', { description: '\u200b\n\u200b' }, 'description'],
    ['a city nobody can see', { city: '\u00ad' }, 'city'],
    [
      'a translation nobody can see',
      { translations: { de: { ...text, title: '\u2060\u2060\u2060' } } },
      'translations.de.title',
    ],
    ['an endless description', { description: 'x'.repeat(8001) }, 'description'],
    ['text with NUL', { description: 'a\0b' }, 'description'],
    ['half a character', { summary: 'a\ud800' }, 'summary'],
    ['a place beyond the pole', { place: { latitude: 91, longitude: 0 } }, 'place.latitude'],
    ['an unknown category', { category: 'sleep' }, 'category'],
    ['a zone that is none', { zone: 'somewhere else' }, 'zone'],
    ['a zone that nobody knows', { zone: 'Nowhere/Atall' }, 'zone'],
    ['no languages', { languages: [] }, 'languages'],
    ['more languages than anybody speaks', { languages: Array(21).fill('en') }, 'languages'],
    ['a language that is none', { languages: ['by hand and foot'] }, 'languages.0'],
    ['a tag that is none', { languages: ['en', 'de-12'] }, 'languages.1'],
    ['a translation no page would show', { translations: { de: text, tlh: text } }, 'translations.tlh'],
  ])('%s is a 400 that names the field', async (_, wrong, field) => {
    const answer = await publish('wrong', host('cleo'), { ...tiles, ...wrong })
    expect(answer.status).toBe(400)
    expect(answer.body.invalid[0].field).toBe(field)
  })

  it.each([
    ['no capacity', [{ ...session('w-1'), capacity: 0 }], 'sessions.0.capacity'],
    ['a huge capacity', [{ ...session('w-1'), capacity: 501 }], 'sessions.0.capacity'],
    ['a date that is none', [{ ...session('w-1'), startsAt: 'tomorrow' }], 'sessions.0.startsAt'],
    ['an id that is none', [session('W 1')], 'sessions.0.sessionId'],
    [
      'a price that no card can pay',
      [{ ...session('w-1'), price: { amount: 9, currency: 'JOD' } }],
      'sessions.0.price.amount',
    ],
    ['no session', [], 'sessions'],
    ['too many', Array.from({ length: 201 }, (_, i) => session(`w-${i}`)), 'sessions'],
  ])('%s is a 400 that names the field', async (_, sessions, field) => {
    const answer = await schedule('tiles', host('cleo'), sessions)
    expect(answer.status).toBe(400)
    expect(answer.body.invalid[0].field).toBe(field)
  })

  it('an experience whose id is none is not found out about', async () => {
    expect((await publish('No Id', host('cleo'))).status).toBe(400)
  })
})

describe('an experience that was stored by an older release, at version 1 of its schema', () => {
  const old = { ...tiles, experienceId: 'old', hostId: 'cleo', price: 45 }
  const upcast = { ...old, price: { amount: 4500, currency: 'EUR' }, language: 'en', translations: {} }

  beforeAll(() =>
    transaction(database.pool, async (tx) => {
      const stored = {
        stream: 'experience.old',
        version: 1,
        type: experiencePublished.type,
        schemaVersion: 1,
        data: old,
      }
      await append(tx, [{ ...stored, meta: { correlationId: 'old' } }])
      await tx.query(`insert into experiences values ('old', 'cleo', $1, $2)`, [tiles.zone, tiles.durationMinutes])
    }),
  )

  it('is known to the rules at today’s version', async () => {
    expect((await publish('old', host('dan'))).body).toEqual({ refused: 'not-your-experience' })
    expect((await publish('old', host('cleo'))).body).toEqual({ experienceId: 'old', version: 1 })
    expect(await failingChecks()).toEqual([])
  })

  it('reaches readers as it was stored, and they read it at today’s version', async () => {
    const received: Envelope[] = []
    const log = createLogger('test', { level: 'silent' })
    const broker = await nats.connect()
    const apply = (event: Envelope) => void received.push(event)
    const reader = createInMemoryConsumer({
      broker,
      owner: 'catalog',
      noun: 'experience',
      name: 'test-reader',
      apply,
      log,
    })
    const event = await until(
      () => received.find(({ subject }) => subject === 'experience.old'),
      (found) => found !== undefined,
    )
    await reader.stop()
    expect(event?.schemaversion).toBe(1)
    expect(readEvent(catalogEvents, event as Envelope)).toMatchObject({ schemaversion: 3, data: upcast })
    const [again] = await fetchOwnerLog(broker, 'catalog', { stream: 'experience.old', after: 0 })
    expect(readEvent(catalogEvents, again as Envelope).data).toEqual(upcast)
  })

  it('is followed by today’s version when it is published again', async () => {
    const dearer = { ...tiles, price: { amount: 4900, currency: 'EUR' } }
    expect((await publish('old', host('cleo'), dearer)).body).toEqual({ experienceId: 'old', version: 2 })
    const text = `select schema_version from events where stream = 'experience.old' order by version`
    expect((await database.pool.query(text)).rows.map((row) => row.schema_version)).toEqual([1, 3])
  })
})

it('nothing is lost by kill -9, and the audit sees what does not belong', async () => {
  await service.kill()
  service = await startService(folder, { DATABASE_URL: database.url, NATS_URL: nats.url })
  expect((await publish('tiles', host('cleo'), { ...tiles, durationMinutes: 90 })).body.version).toBe(2)
  expect(await failingChecks()).toEqual([])
  await database.pool.query(`update experiences set host_id = 'dan' where experience_id = 'tiles'`)
  expect(await failingChecks()).toHaveLength(1)
})
