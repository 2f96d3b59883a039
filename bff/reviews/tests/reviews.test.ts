import { getReviews, type MyReview, writeReview } from '@fernweh/contracts/api/reviews'
import { route } from '@fernweh/kit/server/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/identity'
import { serveParts } from '@fernweh/kit/server/parts'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/server/testing/process'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mayFollow } from '../src/feeds.ts'
import { createQueries } from '../src/queries.ts'
import { serveRoutes } from '../src/routes.ts'

const { publicKey: identityKey, privateKey } = createKeys()
const mine: MyReview = {
  status: 'on-its-way',
  review: {
    reviewId: 'r1',
    authorId: 'ann',
    authorName: 'Ann',
    rating: 5,
    text: 'Lovely.',
    writtenAt: '2030-05-01T09:00:00Z',
  },
}
const rating = { feed: 'rating.e1', version: 0, data: { experienceId: 'e1', average: null, count: 0, reviews: [] } }

let reviews: TestProcess
let bff: TestProcess
beforeAll(async () => {
  reviews = await startTestProcess(
    (app) => {
      route(app, getReviews, async ({ identity }) => ({ rating, mine: identity && mine }))
      route(app, writeReview, async (asked) => {
        requireIdentity(asked)
        return asked.body.rating === 1 ? { refused: 'already-reviewed' } : { mine }
      })
    },
    { identityKey },
  )
  bff = await startTestProcess(
    (app, life) => {
      const upstream = createUpstream({ name: 'reviews', urls: [reviews.url], life })
      serveParts(app, { team: 'reviews', releasesDir: '/nowhere', queries: createQueries(upstream) })
      serveRoutes(app, upstream)
    },
    { identityKey },
  )
})
afterAll(() => Promise.all([bff.life.stop(), reviews.life.stop()]))

async function asAnn() {
  return { [IDENTITY_HEADER]: await signIdentity({ sub: 'ann', role: 'traveller', sid: 'of-ann' }, privateKey) }
}

async function write(body: object, headers = {}) {
  const json = { 'content-type': 'application/json', ...headers }
  const answer = await fetch(`${bff.url}/api/experiences/e1/reviews`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  })
  return [answer.status, await answer.json()]
}

async function list(headers = {}) {
  const query = new URLSearchParams({ release: 'r1', url: '/e/e1', params: '{"id":"e1"}' })
  return (await fetch(`${bff.url}/parts/List?${query}`, { headers: { accept: 'application/json', ...headers } })).json()
}

it('shows everybody the reviews, and ann her own on its way', async () => {
  expect(await list()).toMatchObject({ state: { data: { page: '/e/e1', experienceId: 'e1', rating, mine: null } } })
  expect(await list(await asAnn())).toMatchObject({ state: { data: { mine } } })
})

it('passes a review on, and what is said to it', async () => {
  expect(await write({ rating: 5, text: 'Lovely.' }, await asAnn())).toEqual([200, { mine }])
  expect(await write({ rating: 1, text: 'Again.' }, await asAnn())).toEqual([409, { refused: 'already-reviewed' }])
  expect(await write({ rating: 5, text: 'Lovely.' })).toEqual([401, { refused: 'sign-in-needed' }])
})

it('names what is wrong with a review', async () => {
  expect(await write({ rating: 6, text: ' ' }, await asAnn())).toMatchObject([
    400,
    { invalid: [{ field: 'rating' }, { field: 'text' }] },
  ])
})

it('lets everybody follow ratings, and nothing else', () => {
  expect(['rating.e1', 'session.s1'].map(mayFollow)).toEqual([true, false])
})
