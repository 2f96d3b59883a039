import { findExperiences, getExperience } from '@fernweh/contracts/api/search'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { route } from '@fernweh/kit/server/http'
import { serveParts } from '@fernweh/kit/server/parts'
import { startTestProcess, type TestProcess } from '@fernweh/kit/server/testing/process'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayFollow } from '../src/feeds.ts'
import { createQueries } from '../src/queries.ts'
import { serveRoutes } from '../src/routes.ts'

const walk: Experience = {
  experienceId: 'e1',
  title: 'Alfama by lamplight',
  summary: 'Stairs, tiles and fado.',
  language: 'en',
  translations: {},
  picture: null,
  city: 'Lisbon',
  country: 'Portugal',
  category: 'tour',
  durationMinutes: 120,
  price: { amount: 2900, currency: 'EUR' },
  rating: { average: null, count: 0 },
  next: null,
  description: 'A slow walk.',
  hostId: 'cleo',
  languages: ['en'],
  place: { latitude: 38.7, longitude: -9.1 },
  zone: 'Europe/Lisbon',
}

let asked: string[]
let search: TestProcess
let bff: TestProcess
beforeAll(async () => {
  asked = []
  search = await startTestProcess((app) => {
    route(app, findExperiences, async ({ query }) => {
      asked.push(query.q)
      return { total: 1, found: [{ feed: 'listing.e1', version: 2, data: walk }] }
    })
    route(app, getExperience, async ({ params }) =>
      params.experienceId === 'e1'
        ? { experience: { feed: 'experience.e1', version: 2, data: walk } }
        : { refused: 'no-such-experience' },
    )
  })
  bff = await startTestProcess((app, life) => {
    const upstream = createUpstream({ name: 'search', urls: [search.url], life })
    serveParts(app, { team: 'search', releasesDir: '/nowhere', queries: createQueries(upstream) })
    serveRoutes(app, upstream)
  })
})
afterAll(() => Promise.all([bff.life.stop(), search.life.stop()]))

async function part(name: string, url: string, params = {}) {
  const query = new URLSearchParams({ release: 'r1', url, params: JSON.stringify(params) })
  return (await fetch(`${bff.url}/parts/${name}?${query}`, { headers: { accept: 'application/json' } })).json()
}

describe('finding', () => {
  it('passes the words on and shows them', async () => {
    expect(await part('Find', '/?q=%20lamp%20light')).toMatchObject({
      status: 200,
      title: 'lamp light · Fernweh',
      state: { data: { q: 'lamp light', total: 1, found: [{ feed: 'listing.e1', data: { title: walk.title } }] } },
    })
    expect(asked.at(-1)).toBe('lamp light')
  })

  it('takes nonsense for words, of a length', async () => {
    expect(await part('Find', `/?q=${encodeURIComponent('<script>'.repeat(100))}`)).toMatchObject({ status: 200 })
    expect(asked.at(-1)).toHaveLength(200)
  })
})

describe('an experience', () => {
  it('is shown under its own title', async () => {
    expect(await part('Experience', '/e/e1', { id: 'e1' })).toMatchObject({
      status: 200,
      title: 'Alfama by lamplight · Fernweh',
      meta: { description: walk.summary },
      state: { data: { experience: { version: 2, data: walk } } },
    })
  })

  it.each(['e2', '%00', '../e1', 'x'.repeat(200)])('is not found as %j', async (id) => {
    expect(await part('Experience', '/e/x', { id })).toMatchObject({
      status: 404,
      state: { data: { experience: null } },
    })
  })
})

it('lets everybody follow cards, and nothing else', () => {
  expect(['listing.e1', 'experience.e1', 'session.s1', 'traveller.ann'].map(mayFollow)).toEqual([
    true,
    true,
    false,
    false,
  ])
})
