/** The page of a person: their name, and the reviews they have written. */
import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { getPerson } from '@fernweh/contracts/api/reviews'
import type { ReviewedExperience } from '@fernweh/contracts/feeds/reviews'
import type { Pool } from '@fernweh/kit/server/database/database'
import { findName } from './names.ts'
import { type ReviewSources, type SealedReview, toReviews } from './reviews.ts'

const MAX_REVIEWS = 50

type Person = AnswerOf<typeof getPerson>

/** Null without reviews, whether or not there is such an account, and for a person who has left. */
export async function readPerson(sources: ReviewSources, personId: string): Promise<Person | null> {
  const written = await countReviews(sources.pool, personId)
  // Nothing else is read, so that the time of the answer does not reveal either who has an account.
  if (!written) return null
  const sealed = await findName(sources.pool, personId)
  const [name = null] = sealed ? await sources.keyring.unseal([sealed]) : []
  if (name === null) return null
  return { person: { personId, name, ...written }, reviews: await readReviewsOf(sources, personId) }
}

async function countReviews(pool: Pool, personId: string) {
  const { rows } = await pool.query<{ count: number; since: Date }>({
    name: 'count-reviews',
    text: `select count(*)::int as count, min(written_at) as since from reviews where author_id = $1
      having count(*) > 0`,
    values: [personId],
  })
  return rows[0] && { count: rows[0].count, since: rows[0].since.toISOString() }
}

interface ReviewOfPerson extends SealedReview {
  experience_id: string
  offer: ReviewedExperience | null
}

async function readReviewsOf(sources: ReviewSources, personId: string): Promise<Person['reviews']> {
  const { rows } = await sources.pool.query<ReviewOfPerson>({
    name: 'reviews-of-person',
    text: `select shown_reviews.*, title as offer from shown_reviews left join titles using (experience_id)
      where author_id = $1 order by written_at desc, review_id limit ${MAX_REVIEWS}`,
    values: [personId],
  })
  const reviews = await toReviews(sources, rows)
  return reviews.map((review, i) => {
    const { experience_id: experienceId, offer } = rows[i] as ReviewOfPerson
    return { ...review, experienceId, offer }
  })
}
