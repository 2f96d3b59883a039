/** Authors' own reviews: from the view once they are published, from the log before. */
import type { MyReview, VisitToReview } from '@fernweh/contracts/api/reviews'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import type { Pool } from '@fernweh/kit/server/database/database'
import { readStreams } from '@fernweh/kit/server/event-log/event-log'
import { streamOf } from '../domain/decider.ts'
import { findName } from './names.ts'
import { findReview, type LoggedReview, type ReviewSources, toReviewRow, toReviews } from './reviews.ts'
import { readLastVisits, readVisits } from './visits.ts'

/** Newest first; bookings without a review are left out. */
async function readLogged(pool: Pool, bookingIds: readonly string[]): Promise<LoggedReview[]> {
  if (bookingIds.length === 0) return []
  const events = await readStreams(pool, new Map(bookingIds.map((bookingId) => [streamOf(bookingId), 0])))
  return events.map((event) => readEvent(reviewsEvents, event)).sort((a, b) => (a.time < b.time ? 1 : -1))
}

async function toOnItsWay(sources: ReviewSources, logged: LoggedReview): Promise<MyReview> {
  const name = await findName(sources.pool, logged.data.authorId)
  const [review] = await toReviews(sources, [{ ...toReviewRow(logged), name, verified: true }])
  return { status: 'on-its-way', review: review as Review }
}

/** Undefined until the review is in the log. */
export async function findOnItsWay(sources: ReviewSources, bookingId: string): Promise<MyReview | undefined> {
  const [logged] = await readLogged(sources.pool, [bookingId])
  return logged && toOnItsWay(sources, logged)
}

export async function findOwnReview(sources: ReviewSources, bookingId: string): Promise<MyReview | null> {
  const review = await findReview(sources, bookingId)
  if (review) return { status: 'published', review }
  return (await findOnItsWay(sources, bookingId)) ?? null
}

const MAX_VISITS = 50

/** Visits of the traveller that have no review yet, also none on its way. */
export async function readVisitsToReview(pool: Pool, travellerId: string): Promise<VisitToReview[]> {
  const visits = await readLastVisits(pool, travellerId, MAX_VISITS)
  return withoutReview(
    visits,
    await readLogged(
      pool,
      visits.map(({ bookingId }) => bookingId),
    ),
  )
}

function withoutReview(visits: VisitToReview[], logged: readonly LoggedReview[]): VisitToReview[] {
  const reviewed = new Set(logged.map(({ data }) => data.bookingId))
  return visits.filter(({ bookingId }) => !reviewed.has(bookingId))
}

interface Author {
  authorId: string
  experienceId: string
  /** The author's newest review in the view, which must be read before. */
  published: Review | null
}

/** The newest review of an author, and the visits without a review. */
export async function readOwnReviews(
  sources: ReviewSources,
  { authorId, experienceId, published }: Author,
): Promise<{ mine: MyReview | null; invitations: VisitToReview[] }> {
  const visits = await readVisits(sources.pool, { travellerId: authorId, experienceId })
  const logged = await readLogged(
    sources.pool,
    visits.map(({ bookingId }) => bookingId),
  )
  const invitations = withoutReview(visits, logged)
  const [newest] = logged
  if (newest && newest.time > (published?.writtenAt ?? ''))
    return { mine: await toOnItsWay(sources, newest), invitations }
  return { mine: published && { status: 'published', review: published }, invitations }
}
