import { getHost, me } from '@fernweh/contracts/api/accounts'
import type { QueryOf } from '@fernweh/contracts/api/operation'
import { discover, findExperiences, getExperience, similarExperiences } from '@fernweh/contracts/api/search'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { serveFragments } from '@fernweh/kit/server/fragments/fragments'
import { route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/testing/process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mayFollow } from '../src/feeds.ts'
import { createQueries } from '../src/queries.ts'
import { serveRoutes } from '../src/routes.ts'

const walk: Experience = {
  experienceId: 'e1',
  title: 'Alfama by lamplight',
  summary: 'Stairs, tiles and fado.',
  language: 'en',
  translations: { de: { title: 'Alfama bei Laternenlicht', summary: 'Treppen.', description: 'Ein Gang.' } },
  picture: null,
  city: 'Lisbon',
  country: 'PT',
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

const found = { feed: 'listing.e1', version: 2, data: walk, session: null }
const nothing = { categories: [], cities: [], currencies: [], without: {} }

const { publicKey: identityKey, privateKey } = createKeys()
let asked: QueryOf<typeof findExperiences>[]
let near: string[]
let search: TestProcess
let accounts: TestProcess
let bff: TestProcess
beforeAll(async () => {
  asked = []
  near = []
  search = await startTestProcess((app) => {
    route(app, findExperiences, async ({ query }) => {
      asked.push(query)
      return { ...nothing, total: 1, page: 1, pages: 1, found: [found] }
    })
    route(app, discover, async ({ query }) => {
      near.push(query.near)
      return { near: null, popular: [found], soon: [], categories: [], cities: [] }
    })
    route(app, similarExperiences, async ({ params }) => ({ found: params.experienceId === 'e1' ? [found] : [] }))
    const pages = [walk, { ...walk, experienceId: 'orphan', hostId: 'nobody' }]
    route(app, getExperience, async ({ params }) => {
      const data = pages.find(({ experienceId }) => experienceId === params.experienceId)
      return data
        ? { experience: { feed: `experience.${data.experienceId}`, version: 2, data } }
        : { refused: 'no-such-experience' }
    })
  })
  accounts = await startTestProcess(
    (app) => {
      route(app, getHost, async ({ params }) =>
        params.accountId === 'cleo' ? { name: 'Cleo Baptista' } : { refused: 'no-such-host' },
      )
      route(app, me, async ({ identity }) => {
        if (identity?.sub !== 'ann') throw new Error('nobody knows')
        return { accountId: 'ann', role: 'traveller' as const, name: 'Ann', homeCity: 'Vienna' }
      })
    },
    { identityKey },
  )
  bff = await startTestProcess(
    (app, context) => {
      const upstream = createUpstream({ name: 'search', urls: [search.url], context })
      const homes = createUpstream({ name: 'accounts', urls: [accounts.url], context })
      serveFragments(app, {
        team: 'search',
        releasesDir: '/nowhere',
        queries: createQueries({ search: upstream, accounts: homes }),
      })
      serveRoutes(app, upstream)
    },
    { identityKey },
  )
})
afterAll(() => Promise.all([bff.context.stop(), search.context.stop(), accounts.context.stop()]))

interface Visitor {
  language?: string
  name?: string
}

async function fragment(name: string, url: string, params = {}, { language = 'en', name: who }: Visitor = {}) {
  const query = new URLSearchParams({ url, params: JSON.stringify(params) })
  const token = who && (await signIdentity({ sub: who, role: 'traveller', sid: 's' }, privateKey))
  const headers = {
    accept: 'application/json',
    'accept-language': language,
    ...(token && { [IDENTITY_HEADER]: token }),
  }
  return (await fetch(`${bff.url}/fragments/${name}?${query}`, { headers })).json()
}

describe('the first page', () => {
  it('shows what is popular, and what is near a city that was named', async () => {
    expect(await fragment('Home', '/?near=%20Lisbon')).toMatchObject({
      status: 200,
      title: 'title.home',
      state: { data: { near: null, popular: [{ feed: 'listing.e1', data: { title: walk.title } }] } },
    })
    expect(near.at(-1)).toBe('Lisbon')
    expect(await fragment('Home', `/?near=${'x'.repeat(500)}`)).toMatchObject({ status: 200 })
  })

  it('begins at home, until another place is chosen', async () => {
    await fragment('Home', '/', {}, { name: 'ann' })
    await fragment('Home', '/?near=Fez', {}, { name: 'ann' })
    await fragment('Home', '/?near=', {}, { name: 'ann' })
    expect(near.slice(-3)).toEqual(['Vienna', 'Fez', ''])
  })

  it('does without a home that cannot be learned', async () => {
    expect(await fragment('Home', '/', {}, { name: 'bob' })).toMatchObject({ status: 200 })
    expect(near.at(-1)).toBe('')
  })
})

describe('finding', () => {
  it('passes every wish on and shows what was understood', async () => {
    const url =
      '/find?q=%20lamp%20light&category=tour&city=Lisbon&from=2030-06-01&to=2030-06-07&seats=3&price=50&currency=EUR&sort=soonest&page=2'
    const search = {
      q: 'lamp light',
      category: 'tour',
      city: 'Lisbon',
      from: '2030-06-01',
      to: '2030-06-07',
      seats: 3,
      price: 50,
      currency: 'EUR',
      sort: 'soonest',
      page: 2,
    }
    expect(await fragment('Find', url)).toMatchObject({
      status: 200,
      title: 'title.find-query',
      state: { data: { search, total: 1, found: [{ feed: 'listing.e1', data: { title: walk.title } }] } },
    })
    expect(asked.at(-1)).toEqual({ ...search, limit: 24 })
  })

  it('leaves out what it does not understand', async () => {
    const url =
      '/find?category=nothing&city=&country=portugal&from=soon&to=2030-02-31&seats=-3&price=50&sort=near&page=1e9&q='
    expect(await fragment('Find', url)).toMatchObject({ status: 200, title: 'title.find' })
    expect(asked.at(-1)).toEqual({ q: '', sort: 'best', page: 1, limit: 24 })
  })

  it('takes nonsense for words, of a length', async () => {
    expect(await fragment('Find', `/find?q=${encodeURIComponent('<script>'.repeat(100))}`)).toMatchObject({
      status: 200,
    })
    expect(asked.at(-1)?.q).toHaveLength(200)
  })
})

describe('an experience', () => {
  it('is shown under its own title', async () => {
    expect(await fragment('Experience', '/e/e1', { id: 'e1' })).toMatchObject({
      status: 200,
      title: 'Alfama by lamplight · Fernweh',
      meta: { description: walk.summary },
      state: { data: { experience: { version: 2, data: walk } } },
    })
  })

  it('says who holds it, and stands without that where nobody can tell', async () => {
    const hostName = 'Cleo Baptista'
    expect(await fragment('Experience', '/e/e1', { id: 'e1' })).toMatchObject({ state: { data: { hostName } } })
    expect(await fragment('Experience', '/e/orphan', { id: 'orphan' })).toMatchObject({
      status: 200,
      state: { data: { experience: { data: { hostId: 'nobody' } }, hostName: null } },
    })
  })

  it('has a title in the language of the page where there is one', async () => {
    expect(await fragment('Experience', '/e/e1', { id: 'e1' }, { language: 'de' })).toMatchObject({
      title: 'Alfama bei Laternenlicht · Fernweh',
      meta: { description: 'Treppen.' },
    })
    expect(await fragment('Experience', '/e/e1', { id: 'e1' }, { language: 'ar' })).toMatchObject({
      title: 'Alfama by lamplight · Fernweh',
    })
  })

  it.each(['e2', '%00', '../e1', 'x'.repeat(200)])('is not found as %j', async (id) => {
    expect(await fragment('Experience', '/e/x', { id })).toMatchObject({
      status: 404,
      state: { data: { experience: null } },
    })
  })

  it('has a fragment beside it with what is like it, if anything is', async () => {
    const similarTo = (id: string) => fragment('Similar', `/e/${id}`, { id })
    expect(await similarTo('e1')).toMatchObject({ status: 200, state: { data: { found: [{ feed: 'listing.e1' }] } } })
    expect(await similarTo('e2')).toMatchObject({ status: 200, state: { data: { found: [] } } })
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
