import {
  getOlderReviews,
  getPerson,
  getReviews,
  getVisit,
  type MyReview,
  type Visit,
  writeReview,
} from '@fernweh/contracts/api/reviews'
import type { ReviewListData } from '@fernweh/contracts/fragments/reviews'
import { serveFragments } from '@fernweh/kit/server/fragments/fragments'
import { route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess, type TestProcess } from '@fernweh/kit/testing/process'
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
    verified: true,
    rating: 5,
    text: 'Lovely.',
    writtenAt: '2030-05-01T09:00:00Z',
  },
}
const visit: Visit = { bookingId: 'b1', experienceId: 'e1', endedAt: '2030-04-30T18:00:00Z' }
const rating = {
  feed: 'rating.e1',
  version: 0,
  data: { experienceId: 'e1', average: null, count: 0, stars: [0, 0, 0, 0, 0], reviews: [] },
}
/** More than the newest twenty. */
const newest = Array.from({ length: 20 }, (_, at) => ({ ...mine.review, reviewId: `n${at}` }))
const long = {
  feed: 'rating.e2',
  version: 30,
  data: { experienceId: 'e2', average: 5, count: 30, stars: [0, 0, 0, 0, 30], reviews: newest },
}

const written: string[] = []
const older: object[] = []
let reviews: TestProcess
let bff: TestProcess
beforeAll(async () => {
  reviews = await startTestProcess(
    (app) => {
      route(app, getReviews, async ({ identity, params: { experienceId } }) => ({
        rating: experienceId === 'e2' ? long : rating,
        mine: identity && mine,
        invitations: identity ? [visit] : [],
      }))
      route(app, getOlderReviews, async ({ query }) => {
        older.push(query)
        return { reviews: [{ ...mine.review, reviewId: 'r0' }] }
      })
      route(app, getPerson, async ({ params: { personId } }) =>
        personId === 'ann'
          ? { person: { personId, name: 'Ann', count: 1, since: mine.review.writtenAt }, reviews: [] }
          : { refused: 'no-such-person' },
      )
      route(app, getVisit, async ({ params, identity }) =>
        params.bookingId === 'b1' && identity ? { visit, mine } : { visit: null, mine: null },
      )
      route(app, writeReview, async (asked) => {
        requireIdentity(asked)
        written.push(asked.body.text)
        return asked.body.rating === 1 ? { refused: 'already-reviewed' } : { mine }
      })
    },
    { identityKey },
  )
  bff = await startTestProcess(
    (app, context) => {
      const upstream = createUpstream({ name: 'reviews', urls: [reviews.url], context })
      serveFragments(app, { team: 'reviews', releasesDir: '/nowhere', queries: createQueries(upstream) })
      serveRoutes(app, upstream)
    },
    { identityKey },
  )
})
afterAll(() => Promise.all([bff.context.stop(), reviews.context.stop()]))

async function asAnn() {
  return { [IDENTITY_HEADER]: await signIdentity({ sub: 'ann', role: 'traveller', sid: 'of-ann' }, privateKey) }
}

async function write(body: object, headers = {}) {
  const json = { 'content-type': 'application/json', ...headers }
  const answer = await fetch(`${bff.url}/api/bookings/b1/review`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  })
  return [answer.status, await answer.json()]
}

/** As a browser without script; says where it is sent. */
async function writeNatively(fields: Record<string, string>, headers = {}) {
  const answer = await fetch(`${bff.url}/api/bookings/b1/review`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ key: 'one-intention', page: '/e/e1?from=list', form: 'review', ...fields }),
  })
  return [answer.status, answer.headers.get('location')]
}

async function fragment(name: string, url: string, id: string, headers = {}) {
  const query = new URLSearchParams({ url, params: JSON.stringify({ id }) })
  const answer = await fetch(`${bff.url}/fragments/${name}?${query}`, {
    headers: { accept: 'application/json', ...headers },
  })
  return ((await answer.json()) as { state: { data: unknown } }).state.data
}

it('shows everybody the reviews, and ann her own and what she is invited to', async () => {
  const data = { page: '/e/e1', experienceId: 'e1', rating, older: [], pages: 1 }
  expect(await fragment('List', '/e/e1', 'e1')).toEqual({ ...data, mine: null, invitations: [] })
  expect(await fragment('List', '/e/e1', 'e1', await asAnn())).toEqual({ ...data, mine, invitations: [visit] })
})

it('shows the review of a booking to its traveller only, once the visit is over', async () => {
  const visited = { visit, mine, rating }
  expect(await fragment('OfBooking', '/bookings/b1', 'b1', await asAnn())).toEqual({
    page: '/bookings/b1',
    bookingId: 'b1',
    visited,
  })
  expect(await fragment('OfBooking', '/bookings/b2', 'b2', await asAnn())).toMatchObject({ visited: null })
  expect(await fragment('OfBooking', '/bookings/b1', 'b1')).toMatchObject({ visited: null })
})

it('asks for older reviews only where the address wants more than there are', async () => {
  const pagesOf = async (search: string) => {
    const { pages, older } = (await fragment('List', `/e/e2${search}`, 'e2')) as ReviewListData
    return [pages, older.length]
  }
  expect(await pagesOf('?reviews=3')).toEqual([3, 0])
  expect(older).toEqual([])
  expect(await pagesOf('?reviews=4')).toEqual([4, 1])
  expect(await pagesOf('?reviews=9')).toEqual([9, 1])
  expect(older).toEqual([
    { than: 'n19', limit: 4 },
    { than: 'n19', limit: 10 },
  ])
  expect(await pagesOf('?reviews=-1')).toEqual([1, 0])
  expect(await pagesOf('?reviews=many')).toEqual([1, 0])
})

it('shows a person, and nobody where there is none', async () => {
  expect(await fragment('Person', '/people/ann', 'ann')).toMatchObject({ known: { person: { name: 'Ann' } } })
  const query = new URLSearchParams({ url: '/people/eve', params: JSON.stringify({ id: 'eve' }) })
  const answer = await fetch(`${bff.url}/fragments/Person?${query}`, { headers: { accept: 'application/json' } })
  expect(await answer.json()).toMatchObject({ status: 404, state: { data: { known: null } } })
})

it('passes a review on, and what is said to it', async () => {
  expect(await write({ rating: 5, text: 'Lovely.' }, await asAnn())).toEqual([200, { mine }])
  expect(await write({ rating: 1, text: 'Again.' }, await asAnn())).toEqual([409, { refused: 'already-reviewed' }])
  expect(await write({ rating: 5, text: 'Lovely.' })).toEqual([401, { refused: 'sign-in-needed' }])
})

it('takes a native form, and leads back to its page with what became of it', async () => {
  const ann = await asAnn()
  expect(await writeNatively({ rating: '5', text: 'One.\r\nTwo.' }, ann)).toEqual([303, '/e/e1?from=list#review'])
  expect(written.at(-1)).toBe('One.\nTwo.')
  const refused = await writeNatively({ rating: '1', text: 'Again.' }, ann)
  expect(refused).toEqual([303, '/e/e1?from=list&refused=already-reviewed&form=review#review'])
  const invalid = await writeNatively({ text: 'No stars.' }, ann)
  expect(invalid).toEqual([303, '/e/e1?from=list&invalid=rating&form=review#review'])
  const anonymous = await writeNatively({ rating: '5', text: 'x' })
  expect(anonymous).toEqual([303, '/sign-in?next=%2Fe%2Fe1%3Ffrom%3Dlist'])
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
