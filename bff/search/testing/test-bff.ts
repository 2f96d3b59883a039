/** The bff between test services, which remember what they were sent. */
import { getHost, myProfile } from '@fernweh/contracts/api/accounts'
import type { QueryOf } from '@fernweh/contracts/api/operation'
import {
  discover,
  findExperiences,
  getExperience,
  listExperiences,
  similarExperiences,
} from '@fernweh/contracts/api/search'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { serveBff } from '@fernweh/kit/server/boot/open-bff'
import { route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/testing/process'
import { createFragments } from '../src/fragments.ts'
import { serveRoutes } from '../src/routes.ts'

export const origin = 'https://fernweh.example'

export const walk: Experience = {
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
const nothing = { holds: 'all' as const, categories: [], cities: [], currencies: [], without: {} }

const { publicKey: identityKey, privateKey } = createKeys()
export type TestBff = Awaited<ReturnType<typeof startTestBff>>

export async function startTestBff() {
  /** What the search service was sent. */
  const queries: QueryOf<typeof findExperiences>[] = []
  const discovered: QueryOf<typeof discover>[] = []
  /** Of the list of all experiences. */
  let lastPage = 1
  const search = await startTestProcess((app) => {
    route(app, findExperiences, async ({ query }) => {
      queries.push(query)
      return { ...nothing, total: 1, page: 1, pages: 1, found: [found] }
    })
    route(app, discover, async ({ query }) => {
      discovered.push(query)
      return { near: null, popular: [found], soon: [], categories: [], cities: [], pictured: [] }
    })
    route(app, similarExperiences, async ({ params }) => ({ found: params.experienceId === 'e1' ? [found] : [] }))
    route(app, listExperiences, async ({ query }) => ({
      pages: lastPage,
      experienceIds: [`e${query.page}`, `limit-${query.limit}`],
    }))
    const pages = [walk, { ...walk, experienceId: 'orphan', hostId: 'nobody' }]
    route(app, getExperience, async ({ params }) => {
      const data = pages.find(({ experienceId }) => experienceId === params.experienceId)
      return data
        ? { experience: { feed: `experience.${data.experienceId}`, version: 2, data } }
        : { refused: 'no-such-experience' }
    })
  })
  const accounts = await startTestProcess(
    (app) => {
      route(app, getHost, async ({ params }) =>
        params.accountId === 'cleo' ? { name: 'Cleo Baptista' } : { refused: 'no-such-host' },
      )
      route(app, myProfile, async ({ identity }) => {
        if (identity?.sub !== 'ann') throw new Error('nobody knows')
        const interests = ['walk', 'bells', 'music']
        const profile = { name: 'Ann', homeCity: 'Vienna', locale: 'en-GB', currency: 'EUR', interests }
        return { profile, mail: null, version: 1 }
      })
    },
    { identityKey },
  )
  const bff = await startTestProcess(
    (app, context) => {
      const deps = {
        origin,
        search: createUpstream({ name: 'search', urls: [search.url], context }),
        accounts: createUpstream({ name: 'accounts', urls: [accounts.url], context }),
      }
      serveBff(app, {
        team: 'search',
        releasesDir: '/nowhere',
        fragments: createFragments(deps),
        routes: (api) => serveRoutes(api, deps),
      })
    },
    { identityKey },
  )
  const stop = () => Promise.all([bff.context.stop(), search.context.stop(), accounts.context.stop()])
  return {
    queries,
    discovered,
    stop,
    fragment: fetchFragmentOf(bff),
    async sitemap(file: string, pages: number) {
      lastPage = pages
      const response = await fetch(`${bff.url}/api/${file}`)
      return { status: response.status, type: response.headers.get('content-type'), xml: await response.text() }
    },
  }
}

interface Visitor {
  language?: string
  name?: string
}

const fetchFragmentOf =
  (bff: TestProcess) =>
  async (name: string, url: string, params = {}, { language = 'en', name: sub }: Visitor = {}) => {
    const query = new URLSearchParams({ url, params: JSON.stringify(params) })
    const token = sub && (await signIdentity({ sub, role: 'traveller', sid: 's' }, privateKey))
    const headers = {
      accept: 'application/json',
      'accept-language': language,
      ...(token && { [IDENTITY_HEADER]: token }),
    }
    return (await fetch(`${bff.url}/fragments/${name}?${query}`, { headers })).json()
  }
