/** Reviews as they are shown. Every view of this service is written from the stream, none with its events. */
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { reviewWritten } from '@fernweh/contracts/events/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import type { Pool, Statement } from '@fernweh/kit/server/database/database'
import type { Keyring, SealedText } from '@fernweh/kit/server/personal-data/sealing'

/** The durable consumer that writes reviews and ratings; the audit compares them as far as it has come. */
export const REVIEWS_CONSUMER = 'reviews-show-reviews'

export type LoggedReview = EnvelopeOf<typeof reviewWritten>
export type ReviewRow = ReturnType<typeof toReviewRow>

/** The audit rebuilds rows by this function too. */
export function toReviewRow({ data, time }: LoggedReview) {
  return {
    review_id: data.reviewId,
    booking_id: data.bookingId,
    experience_id: data.experienceId,
    author_id: data.authorId,
    rating: data.rating,
    text: data.text,
    written_at: time,
  }
}

/** One statement for both tables, so that a review that is delivered again is not counted again. */
export function insertReviews(rows: readonly ReviewRow[]): Statement {
  return {
    name: 'insert-reviews',
    text: `with inserted as (
        insert into reviews select * from jsonb_populate_recordset(null::reviews, $1)
        on conflict (review_id) do nothing returning experience_id, rating
      )
      insert into ratings (experience_id, count, total)
        select experience_id, count(*), sum(rating) from inserted group by experience_id order by experience_id
      on conflict (experience_id) do update
        set count = ratings.count + excluded.count, total = ratings.total + excluded.total`,
    values: [JSON.stringify(rows)],
  }
}

/** A row of `shown_reviews`: the author's name is sealed, or unknown. */
export interface SealedReview {
  review_id: string
  author_id: string
  name: SealedText | null
  rating: number
  text: string
  written_at: Date | string
  verified: boolean
}

/** Where shown reviews are read from. */
export interface ReviewSources {
  pool: Pool
  keyring: Pick<Keyring, 'unseal'>
}

export async function toReviews(
  { keyring }: Pick<ReviewSources, 'keyring'>,
  rows: readonly SealedReview[],
): Promise<Review[]> {
  const names = await keyring.unseal(rows.flatMap(({ name }) => name ?? []))
  return rows.map((row) => ({
    reviewId: row.review_id,
    authorId: row.author_id,
    authorName: row.name ? (names.shift() ?? null) : null,
    verified: row.verified,
    rating: row.rating,
    text: row.text,
    writtenAt: new Date(row.written_at).toISOString(),
  }))
}

/** Null until the review is in the view. */
export async function findReview(sources: ReviewSources, reviewId: string): Promise<Review | null> {
  const text = 'select * from shown_reviews where review_id = $1'
  const { rows } = await sources.pool.query<SealedReview>({ name: 'find-review', text, values: [reviewId] })
  const [review = null] = await toReviews(sources, rows)
  return review
}

interface OlderReviews {
  experienceId: string
  /** Id of the review than which they are older. */
  than: string
  limit: number
}

/** Newest first. */
export async function readOlderReviews(
  sources: ReviewSources,
  { experienceId, than, limit }: OlderReviews,
): Promise<Review[]> {
  const { rows } = await sources.pool.query<SealedReview>({
    name: 'older-reviews',
    text: `select shown.* from shown_reviews as shown, reviews as last
      where last.review_id = $2 and shown.experience_id = $1 and (shown.written_at < last.written_at
        or (shown.written_at = last.written_at and shown.review_id > last.review_id))
      order by shown.written_at desc, shown.review_id limit $3`,
    values: [experienceId, than, limit],
  })
  return toReviews(sources, rows)
}
