import type { QueryOf } from '@fernweh/contracts/api/operation'
import { findExperiences } from '@fernweh/contracts/api/search'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  experiencePublished,
  held,
  pictureMade,
  review,
  reviewWritten,
  seatsHeld,
  session,
  sessionOpened,
  tea,
  tiles,
} from '../../tests/events.ts'
import { discover, similar } from './discover.ts'
import { createExperiences, type Experiences } from './experiences.ts'
import { find } from './find.ts'

const now = new Date('2030-06-01T00:00:00Z')
const porto = {
  ...tiles,
  experienceId: 'port',
  title: 'Port at dusk',
  city: 'Porto',
  category: 'tasting' as const,
  price: { amount: 2500, currency: 'EUR' },
  place: { latitude: 41.15, longitude: -8.61 },
}
const sail = {
  ...tiles,
  experienceId: 'sail',
  title: 'Under sail',
  category: 'water' as const,
  price: { amount: 5800, currency: 'EUR' },
}
const kyoto = {
  ...tea,
  category: 'tasting' as const,
  price: { amount: 4800, currency: 'JPY' },
  place: { latitude: 35.01, longitude: 135.77 },
}

let experiences: Experiences
beforeEach(() => {
  experiences = createExperiences()
  const publishEvent = (
    definition: Parameters<typeof toEnvelope>[0],
    subject: string,
    version: number,
    data: unknown,
  ) =>
    experiences.apply({ ...toEnvelope(definition, 'test', subject, version, data), time: '2030-05-01T00:00:00.000Z' })
  for (const one of [tiles, porto, sail, kyoto])
    publishEvent(experiencePublished, `experience.${one.experienceId}`, 1, one)
  const open = (id: string, startsAt: string, of: { experienceId: string; zone: string }, capacity = 8) =>
    publishEvent(sessionOpened, `session.${id}`, 1, {
      ...session(id, startsAt, { experienceId: of.experienceId, capacity }),
      zone: of.zone,
    })
  open('tiles-1', '2030-06-03T09:00:00.000Z', tiles)
  open('tiles-2', '2030-06-10T09:00:00.000Z', tiles, 2)
  open('port-1', '2030-06-04T18:00:00.000Z', porto)
  open('sail-1', '2030-06-20T18:00:00.000Z', sail)
  // The fourth of June in Kyoto, and still the third in Europe.
  open('tea-1', '2030-06-03T16:00:00.000Z', kyoto)
  publishEvent(seatsHeld, 'session.tiles-1', 2, held('tiles-1', 'h1', 5))
  for (const person of ['ann', 'bob', 'dara'])
    publishEvent(reviewWritten, `review.port-${person}`, 1, review(person, 5, 'port'))
  publishEvent(reviewWritten, 'review.sail-ann', 1, review('ann', 3, 'sail'))
  publishEvent(pictureMade, 'picture.port', 1, {
    experienceId: 'port',
    picture: { pictureId: 'picture-port', colours: ['#f3d9b8', '#b98f8a', '#2d3553'] },
  })
})

const call = (query: Record<string, unknown>) =>
  find(experiences, findExperiences.query.parse(query) as QueryOf<typeof findExperiences>, now)
const idsOf = (query: Record<string, unknown>) => call(query).found.map(({ data }) => data.experienceId)

describe('filters', () => {
  it.each([
    ['a city, however it is written', { city: 'LISBON' }, ['sail', 'tiles']],
    ['a city by its name in another language', { city: 'Lissabon' }, ['sail', 'tiles']],
    ['a country', { country: 'JP' }, ['tea']],
    ['a category', { category: 'tasting' }, ['port', 'tea']],
    ['days of the place’s own calendar', { from: '2030-06-04', to: '2030-06-04' }, ['port', 'tea']],
    ['a first day', { from: '2030-06-05' }, ['sail', 'tiles']],
    ['seats free in one session', { seats: 4, city: 'Lisbon' }, ['sail']],
    ['seats on days', { seats: 3, to: '2030-06-09', city: 'Lisbon' }, ['tiles']],
    ['a price in its currency', { price: 46, currency: 'EUR' }, ['port', 'tiles']],
    ['a price without cents to count', { price: 4800, currency: 'JPY' }, ['tea']],
    ['words', { q: 'sail' }, ['sail']],
  ])('%s', (_, query, ids) => expect(idsOf(query)).toEqual(ids))

  it('name the session that matches them', () => {
    const [tiles] = call({ city: 'Lisbon', from: '2030-06-09', to: '2030-06-12' }).found
    expect(tiles).toMatchObject({ session: { sessionId: 'tiles-2' }, data: { next: { sessionId: 'tiles-1' } } })
  })
})

describe('order', () => {
  it.each([
    ['best', {}, ['port', 'sail', 'tea', 'tiles']],
    ['soonest', {}, ['tiles', 'tea', 'port', 'sail']],
    ['rating', {}, ['port', 'tea', 'tiles', 'sail']],
    ['price', {}, ['port', 'tiles', 'sail', 'tea']],
    ['near', { latitude: 34, longitude: 135 }, ['tea', 'port', 'sail', 'tiles']],
  ])('%s', (sort, around, ids) => expect(idsOf({ sort, ...around })).toEqual(ids))

  it('goes on from page to page, and stays on the last one', () => {
    const pages = [1, 2, 3].map((page) => call({ sort: 'soonest', limit: 3, page }))
    expect(pages.map(({ page, found }) => [page, ...found.map(({ data }) => data.experienceId)])).toEqual([
      [1, 'tiles', 'tea', 'port'],
      [2, 'sail'],
      [2, 'sail'],
    ])
    expect(pages[0]).toMatchObject({ total: 4, pages: 2 })
  })

  it('needs a place to be near, and a currency for a price', () => {
    expect(() => call({ sort: 'near' })).toThrow('needed by sort')
    expect(() => call({ price: 5 })).toThrow('needed by price')
  })
})

describe('counts', () => {
  it('give the results of another choice, with all other filters unchanged', () => {
    const { categories, cities, currencies } = call({ category: 'tasting', city: 'Porto' })
    expect(categories).toEqual([{ category: 'tasting', count: 1 }])
    expect(cities).toEqual([
      { city: 'Kyōto', cityNames: { en: 'Kyoto', de: 'Kyoto', ar: 'كيوتو' }, country: 'JP', count: 1 },
      { city: 'Porto', cityNames: { ar: 'بورتو' }, country: 'PT', count: 1 },
    ])
    expect(currencies).toEqual(['EUR'])
  })

  it('are what choosing gives', () => {
    for (const { category, count } of call({ country: 'PT' }).categories)
      expect(call({ country: 'PT', category }).total).toBe(count)
    for (const { city, count } of call({ seats: 4 }).cities) expect(call({ seats: 4, city }).total).toBe(count)
  })

  it('name the filters without which something would be found', () => {
    expect(call({ category: 'water', city: 'Lisbon', to: '2030-06-10' })).toMatchObject({
      total: 0,
      without: { category: 1, when: 1 },
    })
    expect(call({ category: 'water', city: 'Lisbon' }).without).toEqual({})
  })
})

describe('the home page', () => {
  it('shows what is popular and what comes up, each once, and where all is', () => {
    const { popular, soon, cities, near, pictured } = discover(experiences, { near: '', interests: '' }, now)
    expect(popular.map(({ data }) => data.city)).toEqual(['Porto', 'Lisbon', 'Kyōto', 'Lisbon'])
    expect(soon).toEqual([])
    expect(near).toBeNull()
    expect(pictured).toMatchObject([{ city: 'Porto', picture: { pictureId: 'picture-port' } }])
    expect(cities.find(({ city }) => city === 'Porto')).toMatchObject({
      continent: 'europe',
    })
  })

  it('begins with what its visitor is interested in', () => {
    const { popular } = discover(experiences, { near: '', interests: 'water,bells' }, now)
    const kinds = popular.map(({ data }) => data.category === 'water')
    expect(kinds).toContain(false)
    expect(kinds).toEqual(kinds.toSorted((a, b) => Number(b) - Number(a)))
    const others = discover(experiences, { near: '', interests: '' }, now).popular
    expect(others.map(({ data }) => data.experienceId)).not.toEqual(popular.map(({ data }) => data.experienceId))
  })

  it('shows what is near a city, and nothing near one that nobody offers', () => {
    const { near } = discover(experiences, { near: 'lisbon', interests: '' }, now)
    expect(near?.city).toBe('Lisbon')
    expect(near?.found.map(({ data }) => data.experienceId)).toEqual(['sail', 'tiles'])
    expect(discover(experiences, { near: 'Atlantis', interests: '' }, now).near).toBeNull()
  })
})

it('similar experiences are near ones first, then those of its category, and never itself', () => {
  const of = (id: string) => {
    const experience = experiences.get(id)
    return experience ? similar(experiences, experience, now).map(({ data }) => data.experienceId) : []
  }
  expect(of('tiles')).toEqual(['sail', 'port', 'tea'])
  expect(of('tea')).toEqual(['port', 'sail', 'tiles'])
})

describe('words', () => {
  const german = {
    title: 'Kochkurs im Würzburger Hof',
    summary: 'Mit dem E-Bike auf die Märkte',
    description: 'Wein und Brot gegen die Not.',
  }
  const arabic = { title: 'جولة في السوق القديم', summary: 'ورشة وتذوق', description: 'متحف ومدينة.' }
  const alchemist = {
    ...tiles,
    experienceId: 'alchemist',
    title: 'Workshop of the copper alchemist',
    summary: 'With a wine tasting and an e-bike',
    description: 'Children welcome.',
    city: 'Würzburg',
    translations: { de: german, ar: arabic },
  }
  const ceremony = {
    ...kyoto,
    experienceId: 'ceremony',
    title: '京都で学ぶ茶道体験と和菓子づくり',
    summary: 'お茶をどうぞ',
    description: 'カフェのあとで。',
    language: 'ja',
  }
  beforeEach(() => {
    const shoes = { ...sail, experienceId: 'shoes', description: 'Children are welcome, shoes are not.' }
    for (const one of [alchemist, ceremony, shoes])
      experiences.apply({ ...toEnvelope(experiencePublished, 'test', `experience.${one.experienceId}`, 1, one) })
  })

  it.each([
    ['in the plural', 'copper alchemists'],
    ['in the plural where the text has the singular', 'wine tastings'],
    ['of an irregular plural', 'copper child'],
    ['in the German plural', 'Kochkurse'],
    ['in the German singular, with another vowel', 'Markt Kochkurs'],
    ['of German with an English plural', 'Workshops'],
    ['in the Arabic plural', 'جولات'],
    ['in an Arabic plural that is made inside the word', 'متاحف مدن'],
    ['with the Arabic article, and with “and” in front', 'والتذوق'],
    ['in another order, the first one unfinished', 'alch copper'],
    ['without the hyphen', 'ebike'],
    ['without the hyphen, in the plural', 'ebikes'],
    ['with a hyphen', 'E-Bike'],
    ['with ue for ü', 'wuerzburg'],
    ['without the dots of the ü', 'Wurzburg'],
    ['with the ü', 'würzburg'],
  ])('are found %s: %s', (_, q) => {
    expect(call({ q }).holds).toBe('all')
    expect(idsOf({ q })).toContain('alchemist')
  })

  it.each(['茶道', '茶', '体験', '和菓子', '京都 茶道', '京都の茶道', '茶道を京都で学ぶ', 'カフェ', 'Kyoto茶道'])(
    'are found inside text without spaces: %s',
    (q) => expect(idsOf({ q })[0]).toBe('ceremony'),
  )

  it('are compared by the rules of their own language: English notes are no German Not', () => {
    expect(idsOf({ q: 'not' })).toEqual(['alchemist', 'shoes'])
    expect(idsOf({ q: 'notes' })).toEqual(['alchemist'])
  })

  it('of which nothing holds all find what holds most, and the answer says so', () => {
    expect(call({ q: 'copper alchemist zeppelin' })).toMatchObject({ holds: 'some', total: 1 })
    expect(call({ q: 'zeppelin' })).toMatchObject({ total: 0 })
  })

  it.each(['🦩', '…', '%', '-', '❤️'])('are needed to find anything: %s', (q) => {
    expect(call({ q })).toMatchObject({ total: 0, without: { q: 7 } })
  })

  it('nobody can see are not asked for', () => expect(call({ q: '\u3164\u200b' }).total).toBe(7))
})
