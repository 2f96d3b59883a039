/** Compares the views with a fold of the log, as far as they have consumed it, and every review with its visit. */
import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import {
  type AuditCheck,
  checkDelivery,
  inSnapshot,
  readWholeLog,
  viewEqualsRebuild,
} from '@fernweh/kit/server/event-log/audit'
import { rebuildRatings } from './views/ratings.ts'
import { type LoggedReview, REVIEWS_CONSUMER, type ReviewRow, toReviewRow } from './views/reviews.ts'

const MAX_DELAY_SECONDS = 10

export async function auditReviews(pool: Pool): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => {
    const { consumed, late, unverified } = await foldLog(tx)
    const ratings = (await tx.query('select experience_id, count, total from ratings')).rows
    return [
      viewEqualsRebuild('reviews', await readReviewRows(tx), consumed.map(toReviewRow)),
      viewEqualsRebuild('ratings', ratings, rebuildRatings(consumed)),
      { name: `every review is shown within ${MAX_DELAY_SECONDS} s`, ok: late === 0, detail: `${late} late` },
      {
        name: 'every verified review is of a visit of its author',
        ok: unverified.length === 0,
        detail: unverified.slice(0, 5).join(', '),
      },
    ]
  })
  return [...checks, ...(await checkDelivery(pool))]
}

async function foldLog(tx: Transaction) {
  const versions = await readConsumedVersions(tx)
  const visits = await readVisitKeys(tx)
  const lateBefore = new Date(Date.now() - MAX_DELAY_SECONDS * 1000).toISOString()
  const consumed: LoggedReview[] = []
  const unverified: string[] = []
  let late = 0
  for await (const envelope of readWholeLog(tx)) {
    const review = readEvent(reviewsEvents, envelope)
    const { reviewId, bookingId } = review.data
    if (bookingId !== null && !visits.has(visitKey({ ...review.data, bookingId }))) unverified.push(reviewId)
    if (envelope.streamversion <= (versions.get(envelope.subject) ?? 0)) consumed.push(review)
    else if (review.time < lateBefore) late += 1
  }
  return { consumed, late, unverified }
}

async function readConsumedVersions(tx: Transaction): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ stream: string; version: number }>(
    'select stream, version from consumed where consumer = $1',
    [REVIEWS_CONSUMER],
  )
  return new Map(rows.map(({ stream, version }) => [stream, version]))
}

interface VisitOfAuthor {
  bookingId: string
  experienceId: string
  authorId: string
}

const visitKey = ({ bookingId, experienceId, authorId }: VisitOfAuthor) => `${bookingId} ${experienceId} ${authorId}`

async function readVisitKeys(tx: Transaction): Promise<Set<string>> {
  const { rows } = await tx.query<VisitOfAuthor>(
    'select booking_id as "bookingId", experience_id as "experienceId", traveller_id as "authorId" from visits',
  )
  return new Set(rows.map(visitKey))
}

async function readReviewRows(tx: Transaction): Promise<ReviewRow[]> {
  const { rows } = await tx.query<Omit<ReviewRow, 'written_at'> & { written_at: Date }>(
    'select review_id, booking_id, experience_id, author_id, rating, text, written_at from reviews',
  )
  return rows.map((row) => ({ ...row, written_at: row.written_at.toISOString() }))
}
