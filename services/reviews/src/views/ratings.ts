/** Feed `rating.<experienceId>`; a push, a head and a request are answered by the same statement. */
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { ExperienceRating, Review } from '@fernweh/contracts/feeds/reviews'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import { averageOf, sumRatings } from '../domain/rating.ts'
import { type LoggedReview, type ReviewSources, type SealedReview, toReviews } from './reviews.ts'

const PREFIX = 'rating.'
const MAX_NEWEST = 20

export const feedOf = (experienceId: string) => `${PREFIX}${experienceId}`

/** Feeds that show reviews of these authors. */
export async function feedsOfAuthors(db: Pool | Transaction, authorIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ experience_id: string }>({
    name: 'feeds-of-authors',
    text: 'select distinct experience_id from reviews where author_id = any($1::text[])',
    values: [authorIds],
  })
  return rows.map(({ experience_id }) => feedOf(experience_id))
}

/** One statement, so that version, rating and the caller's own review are of the same moment. */
const RATINGS = `
  select wanted.experience_id, coalesce(feeds.version, 0) as version,
    coalesce(ratings.count, 0) as count, coalesce(ratings.total, 0) as total, given.stars,
    newest.reviews as newest, mine.review as mine
  from unnest($1::text[]) as wanted (experience_id)
  left join feeds on feeds.feed = '${PREFIX}' || wanted.experience_id
  left join ratings on ratings.experience_id = wanted.experience_id
  cross join lateral (
    select array(
      select count(rating)::int from generate_series(1, 5) as value
      left join reviews on reviews.experience_id = wanted.experience_id and rating = value
      group by value order by value
    ) as stars
  ) as given
  cross join lateral (
    select coalesce(jsonb_agg(to_jsonb(latest) order by written_at desc, review_id), '[]') as reviews from (
      select * from shown_reviews where experience_id = wanted.experience_id
      order by written_at desc, review_id limit ${MAX_NEWEST}
    ) as latest
  ) as newest
  left join lateral (
    select to_jsonb(own) as review from shown_reviews as own
    where own.experience_id = wanted.experience_id and own.author_id = $2 order by written_at desc, review_id limit 1
  ) as mine on true`

interface RatingRow {
  experience_id: string
  version: number
  count: number
  total: number
  stars: number[]
  newest: SealedReview[]
  mine: SealedReview | null
}

async function readRows({ pool }: ReviewSources, experienceIds: string[], authorId: string | null) {
  const values = [experienceIds, authorId]
  return (await pool.query<RatingRow>({ name: 'ratings', text: RATINGS, values })).rows
}

async function toRating(sources: ReviewSources, row: RatingRow): Promise<Versioned<ExperienceRating>> {
  const { experience_id: experienceId, version, count, stars } = row
  const reviews = await toReviews(sources, row.newest)
  return { feed: feedOf(experienceId), version, data: { experienceId, average: averageOf(row), count, stars, reviews } }
}

/** `mine` is the newest review of `authorId` in the view. */
export async function readRating(
  sources: ReviewSources,
  experienceId: string,
  authorId: string | null,
): Promise<{ rating: Versioned<ExperienceRating>; mine: Review | null }> {
  const [row] = (await readRows(sources, [experienceId], authorId)) as [RatingRow]
  const [mine = null] = await toReviews(sources, row.mine ? [row.mine] : [])
  return { rating: await toRating(sources, row), mine }
}

export function createReadFeeds(sources: ReviewSources): ReadFeeds {
  return async (feeds) => {
    const ids = feeds.flatMap((feed) => (feed.startsWith(PREFIX) ? [feed.slice(PREFIX.length)] : []))
    const rows = ids.length > 0 ? await readRows(sources, ids, null) : []
    return Promise.all(rows.map((row) => toRating(sources, row)))
  }
}

/** Rows of the table `ratings`, rebuilt for the audit. */
export function rebuildRatings(reviews: readonly LoggedReview[]) {
  const ratings = sumRatings(reviews.map(({ data }) => data))
  return Array.from(ratings, ([experience_id, { count, total }]) => ({ experience_id, count, total }))
}
