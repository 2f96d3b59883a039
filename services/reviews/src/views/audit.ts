/** Compares the view with a fold of the log, as far as the view has consumed it; and asks whether it keeps up. */
import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import { atOneMoment, type Check, pipeFlows, viewEqualsRebuild, wholeLog } from '@fernweh/kit/server/audit'
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { rate } from '../domain/rating.ts'

const PATIENCE_MS = 10_000

export async function auditReviews(pool: Pool, consumer: string): Promise<Check[]> {
  const checks = await atOneMoment(pool, async (tx) => {
    const { reviews, late } = await fold(tx, consumer)
    const ratings = Array.from(rate(reviews), ([experienceId, { count, total }]) => ({ experienceId, count, total }))
    return [
      viewEqualsRebuild('reviews', await shownReviews(tx), reviews),
      viewEqualsRebuild('ratings', await shownRatings(tx), ratings),
      { name: `every review is shown within ${PATIENCE_MS / 1000} s`, ok: late === 0, detail: `${late} late` },
    ]
  })
  return [...checks, ...(await pipeFlows(pool))]
}

async function fold(tx: Transaction, consumer: string) {
  const { rows } = await tx.query<{ stream: string; version: number }>(
    'select stream, version from consumed where consumer = $1',
    [consumer],
  )
  const reached = new Map(rows.map(({ stream, version }) => [stream, version]))
  const patientUntil = new Date(Date.now() - PATIENCE_MS).toISOString()
  const reviews = []
  let late = 0
  for await (const envelope of wholeLog(tx)) {
    if (envelope.streamversion > (reached.get(envelope.subject) ?? 0)) late += envelope.time < patientUntil ? 1 : 0
    else {
      const { data, time } = readEvent(reviewsEvents, envelope)
      const { reviewId, experienceId, authorId, rating, text } = data
      reviews.push({ reviewId, experienceId, authorId, rating, text, writtenAt: time })
    }
  }
  return { reviews, late }
}

async function shownReviews(tx: Transaction) {
  const { rows } = await tx.query<{ writtenAt: Date }>(
    `select review_id as "reviewId", experience_id as "experienceId", author_id as "authorId", rating, text, written_at as "writtenAt"
     from reviews`,
  )
  return rows.map((row) => ({ ...row, writtenAt: row.writtenAt.toISOString() }))
}

async function shownRatings(tx: Transaction) {
  return (await tx.query('select experience_id as "experienceId", count, total from ratings')).rows
}
