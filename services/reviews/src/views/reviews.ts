/** Reviews and ratings as they are shown, consumed back from the own stream. */
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import type { reviewWritten } from '@fernweh/contracts/events/reviews'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { ExperienceRating, Review } from '@fernweh/contracts/feeds/reviews'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'
import type { Keyring, SealedText } from '@fernweh/kit/server/personal-data/sealing'
import { averageOf } from '../domain/rating.ts'

const PREFIX = 'rating.'
const NEWEST = 20

export const feedOf = (experienceId: string) => `${PREFIX}${experienceId}`

type Written = EnvelopeOf<typeof reviewWritten>

/** What is shown already is left as it is. */
export async function showReviews(tx: Transaction, written: readonly Written[]): Promise<void> {
  const column = <T>(pick: (event: Written) => T) => written.map(pick)
  await tx.query({
    name: 'show-reviews',
    text: `with fresh as (
        insert into reviews (review_id, booking_id, experience_id, author_id, rating, text, written_at)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::timestamptz[])
        on conflict (review_id) do nothing returning experience_id, rating
      )
      insert into ratings (experience_id, count, total)
        select experience_id, count(*), sum(rating) from fresh group by experience_id order by experience_id
      on conflict (experience_id) do update
        set count = ratings.count + excluded.count, total = ratings.total + excluded.total`,
    values: [
      column(({ data }) => data.reviewId),
      column(({ data }) => data.bookingId),
      column(({ data }) => data.experienceId),
      column(({ data }) => data.authorId),
      column(({ data }) => data.rating),
      column(({ data }) => data.text),
      column(({ time }) => time),
    ],
  })
  await tx.query(bumpFeeds(column(({ data }) => feedOf(data.experienceId))))
}

/** A review before its author's name is readable. */
export interface SealedReview {
  review_id: string
  author_id: string
  name: SealedText | null
  rating: number
  text: string
  written_at: string
  verified: boolean
}

interface RatingRow {
  experience_id: string
  version: number
  count: number
  total: number
  stars: number[]
  newest: SealedReview[]
  mine: SealedReview | null
}

/** One statement, so that version, rating and the asker's own review are of the same moment. */
const RATINGS = `
  select asked.experience_id, coalesce(feeds.version, 0) as version,
    coalesce(ratings.count, 0) as count, coalesce(ratings.total, 0) as total, given.stars,
    newest.reviews as newest, mine.review as mine
  from unnest($1::text[]) as asked (experience_id)
  left join feeds on feeds.feed = '${PREFIX}' || asked.experience_id
  left join ratings on ratings.experience_id = asked.experience_id
  cross join lateral (
    select array(
      select count(rating)::int from generate_series(1, 5) as value
      left join reviews on reviews.experience_id = asked.experience_id and rating = value
      group by value order by value
    ) as stars
  ) as given
  cross join lateral (
    select coalesce(jsonb_agg(to_jsonb(latest) order by written_at desc, review_id), '[]') as reviews from (
      select * from shown_reviews where experience_id = asked.experience_id order by written_at desc, review_id limit ${NEWEST}
    ) as latest
  ) as newest
  left join lateral (
    select to_jsonb(own) as review from shown_reviews as own where own.experience_id = asked.experience_id and own.author_id = $2
    order by written_at desc, review_id limit 1
  ) as mine on true`

export interface ReviewsView {
  /** `mine` is the newest review of `authorId`, once it is in the view. */
  read(
    experienceId: string,
    authorId: string | null,
  ): Promise<{ rating: Versioned<ExperienceRating>; mine: Review | null }>
  /** Null until it has come back from the stream. */
  find(reviewId: string): Promise<Review | null>
  /** Those written before that one, newest first. */
  older(experienceId: string, reviewId: string, limit: number): Promise<Review[]>
  readFeeds(feeds: string[]): Promise<Versioned<ExperienceRating>[]>
  toReviews(sealed: SealedReview[]): Promise<Review[]>
}

export function createReviewsView({ pool, keyring }: { pool: Pool; keyring: Keyring }): ReviewsView {
  async function readRows(experienceIds: string[], authorId: string | null): Promise<RatingRow[]> {
    const { rows } = await pool.query<RatingRow>({ name: 'ratings', text: RATINGS, values: [experienceIds, authorId] })
    return rows
  }

  async function toReviews(sealed: SealedReview[]): Promise<Review[]> {
    const names = await keyring.unseal(sealed.flatMap(({ name }) => name ?? []))
    return sealed.map((row) => ({
      reviewId: row.review_id,
      authorId: row.author_id,
      authorName: row.name ? (names.shift() ?? null) : null,
      verified: row.verified,
      rating: row.rating,
      text: row.text,
      writtenAt: new Date(row.written_at).toISOString(),
    }))
  }

  async function toRating({
    experience_id,
    version,
    newest,
    ...rating
  }: RatingRow): Promise<Versioned<ExperienceRating>> {
    const data = {
      experienceId: experience_id,
      average: averageOf(rating),
      count: rating.count,
      stars: rating.stars,
      reviews: await toReviews(newest),
    }
    return { feed: feedOf(experience_id), version, data }
  }

  return {
    async read(experienceId, authorId) {
      const [row] = await readRows([experienceId], authorId)
      if (!row) throw new Error('one row for each experience asked')
      const [mine = null] = await toReviews(row.mine ? [row.mine] : [])
      return { rating: await toRating(row), mine }
    },
    async find(reviewId) {
      const text = 'select * from shown_reviews where review_id = $1'
      const { rows } = await pool.query<SealedReview>({ name: 'find-review', text, values: [reviewId] })
      const [review = null] = await toReviews(rows)
      return review
    },
    async older(experienceId, reviewId, limit) {
      const { rows } = await pool.query<SealedReview>({
        name: 'older-reviews',
        text: `select shown.* from shown_reviews as shown, reviews as last
          where last.review_id = $2 and shown.experience_id = $1 and (shown.written_at < last.written_at
            or (shown.written_at = last.written_at and shown.review_id > last.review_id))
          order by shown.written_at desc, shown.review_id limit $3`,
        values: [experienceId, reviewId, limit],
      })
      return toReviews(rows)
    },
    async readFeeds(feeds) {
      const ids = feeds.filter((feed) => feed.startsWith(PREFIX)).map((feed) => feed.slice(PREFIX.length))
      return Promise.all((await readRows(ids, null)).map(toRating))
    },
    toReviews,
  }
}
