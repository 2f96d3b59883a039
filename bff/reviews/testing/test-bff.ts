/** The bff in front of a test service, which stores what it received. */
import {
  getOlderReviews,
  getPerson,
  getReviews,
  getVisit,
  type MyReview,
  type VisitToReview,
  writeReview,
} from '@fernweh/contracts/api/reviews'
import { serveBff } from '@fernweh/kit/server/boot/open-bff'
import { route } from '@fernweh/kit/server/http/http'
import { IDENTITY_HEADER, requireIdentity, signIdentity } from '@fernweh/kit/server/http/identity'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createKeys, startTestProcess } from '@fernweh/kit/testing/process'
import { createFragments } from '../src/fragments.ts'
import { serveRoutes } from '../src/routes.ts'

const { publicKey: identityKey, privateKey } = createKeys()
export const mine: MyReview = {
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
export const visit: VisitToReview = { bookingId: 'b1', experienceId: 'e1', endedAt: '2030-04-30T18:00:00Z' }
export const rating = {
  feed: 'rating.e1',
  version: 0,
  data: { experienceId: 'e1', average: null, count: 0, stars: [0, 0, 0, 0, 0], reviews: [] },
}
/** More than the newest twenty. */
const newest = Array.from({ length: 20 }, (_, i) => ({ ...mine.review, reviewId: `n${i}` }))
const long = {
  feed: 'rating.e2',
  version: 30,
  data: { experienceId: 'e2', average: 5, count: 30, stars: [0, 0, 0, 0, 30], reviews: newest },
}

export type TestBff = Awaited<ReturnType<typeof startTestBff>>

export async function startTestBff() {
  const written: string[] = []
  const older: object[] = []
  const reviews = await startTestProcess(
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
      route(app, writeReview, async (request) => {
        requireIdentity(request)
        written.push(request.body.text)
        return request.body.rating === 1 ? { refused: 'already-reviewed' } : { mine }
      })
    },
    { identityKey },
  )
  const bff = await startTestProcess(
    (app, context) => {
      const deps = { reviews: createUpstream({ name: 'reviews', urls: [reviews.url], context }) }
      serveBff(app, {
        team: 'reviews',
        releasesDir: '/nowhere',
        fragments: createFragments(deps),
        routes: (api) => serveRoutes(api, deps),
      })
    },
    { identityKey },
  )
  const stop = () => Promise.all([bff.context.stop(), reviews.context.stop()])
  return { url: bff.url, written, older, stop }
}

export async function asAnn() {
  return { [IDENTITY_HEADER]: await signIdentity({ sub: 'ann', role: 'traveller', sid: 'of-ann' }, privateKey) }
}
