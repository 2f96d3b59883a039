/**
 * Compares the view with a fold of the log, as far as the view has consumed it; asks whether it keeps up, and whether
 * everybody who wrote had been there.
 */
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
import { rate } from './domain/rating.ts'
import type { ReviewWritten } from './domain/write-review.ts'

const PATIENCE_MS = 10_000

export async function auditReviews(pool: Pool, consumer: string): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => {
    const { reviews, late, unvisited } = await fold(tx, consumer)
    const ratings = Array.from(rate(reviews), ([experienceId, { count, total }]) => ({ experienceId, count, total }))
    return [
      viewEqualsRebuild('reviews', await shownReviews(tx), reviews),
      viewEqualsRebuild('ratings', await shownRatings(tx), ratings),
      { name: `every review is shown within ${PATIENCE_MS / 1000} s`, ok: late === 0, detail: `${late} late` },
      {
        name: 'every verified review is of a visit of its author',
        ok: unvisited.length === 0,
        detail: unvisited.slice(0, 5).join(', '),
      },
    ]
  })
  return [...checks, ...(await checkDelivery(pool))]
}

async function fold(tx: Transaction, consumer: string) {
  const [reached, visited] = [await reachedVersions(tx, consumer), await visitsOf(tx)]
  const patientUntil = new Date(Date.now() - PATIENCE_MS).toISOString()
  const reviews = []
  const unvisited: string[] = []
  let late = 0
  for await (const envelope of readWholeLog(tx)) {
    const { data, time } = readEvent(reviewsEvents, envelope)
    const { reviewId, bookingId, experienceId, authorId, rating, text } = data
    if (bookingId !== null && !visited.has(visitKey(data))) unvisited.push(reviewId)
    if (envelope.streamversion > (reached.get(envelope.subject) ?? 0)) late += time < patientUntil ? 1 : 0
    else reviews.push({ reviewId, bookingId, experienceId, authorId, rating, text, writtenAt: time })
  }
  return { reviews, late, unvisited }
}

async function reachedVersions(tx: Transaction, consumer: string): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ stream: string; version: number }>(
    'select stream, version from consumed where consumer = $1',
    [consumer],
  )
  return new Map(rows.map(({ stream, version }) => [stream, version]))
}

const visitKey = ({ bookingId, experienceId, authorId }: Omit<ReviewWritten['data'], 'rating' | 'text' | 'reviewId'>) =>
  `${bookingId} ${experienceId} ${authorId}`

async function visitsOf(tx: Transaction): Promise<Set<string>> {
  const { rows } = await tx.query<{ bookingId: string; experienceId: string; authorId: string }>(
    'select booking_id as "bookingId", experience_id as "experienceId", traveller_id as "authorId" from visits',
  )
  return new Set(rows.map(visitKey))
}

async function shownReviews(tx: Transaction) {
  const { rows } = await tx.query<{ writtenAt: Date }>(
    `select review_id as "reviewId", booking_id as "bookingId", experience_id as "experienceId", author_id as "authorId",
      rating, text, written_at as "writtenAt"
     from reviews`,
  )
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }))
}

async function shownRatings(tx: Transaction) {
  return (await tx.query('select experience_id as "experienceId", count, total from ratings')).rows
}
