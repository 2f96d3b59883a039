import { type AnswerOf, type BodyOf, isRefused } from '@fernweh/contracts/api/operation'
import type { importReviews } from '@fernweh/contracts/api/reviews'
import type { Pool } from '@fernweh/kit/server/database/database'
import { readVisitsByBooking } from '../views/visits.ts'
import type { ReviewBatcher } from './write-review.ts'

type Rows = BodyOf<typeof importReviews>['reviews']
export type ImportReviews = (rows: Rows) => Promise<AnswerOf<typeof importReviews>>

/** Each review becomes the one of its visit, by the visit's traveller. */
export function createImportReviews({ pool, batcher }: { pool: Pool; batcher: ReviewBatcher }): ImportReviews {
  async function importOne(row: Rows[number], visits: Awaited<ReturnType<typeof readVisitsByBooking>>) {
    const { bookingId, rating, text, writtenAt } = row
    const visit = visits.get(bookingId)
    if (!visit) return { refused: 'no-such-visit' }
    const { experienceId, travellerId: authorId, endedAt } = visit
    const command = { bookingId, experienceId, authorId, rating, text, imported: { writtenAt, endedAt } }
    return batcher.execute(command, { meta: { correlationId: `import.${bookingId}`, actor: authorId } })
  }

  return async (rows) => {
    const visits = await readVisitsByBooking(
      pool,
      rows.map(({ bookingId }) => bookingId),
    )
    const answers = await Promise.all(rows.map((row) => importOne(row, visits)))
    const rejected = answers.flatMap((answer, row) =>
      isRefused(answer) ? [{ row: `reviews.${row}`, reason: answer.refused }] : [],
    )
    return { reviews: rows.length - rejected.length, rejected }
  }
}
