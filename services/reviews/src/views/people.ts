/** People as reviews knows them: what they are called, and what they have written. */

import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { getPerson } from '@fernweh/contracts/api/reviews'
import type { ReviewedOffer } from '@fernweh/contracts/feeds/reviews'
import type { Pool } from '@fernweh/kit/server/database'
import type { Keyring } from '@fernweh/kit/server/sealing'
import type { FindName } from './names.ts'
import type { ReviewsView, SealedReview } from './reviews.ts'

const MOST = 50

type Person = AnswerOf<typeof getPerson>
/** Null for who was never heard of, and for who has left. */
export type FindPerson = (personId: string) => Promise<Person | null>

interface Options {
  pool: Pool
  keyring: Keyring
  findName: FindName
  view: Pick<ReviewsView, 'toReviews'>
}

interface WrittenRow extends SealedReview {
  experience_id: string
  offer: ReviewedOffer | null
}

export function createFindPerson({ pool, keyring, findName, view }: Options): FindPerson {
  async function written(personId: string): Promise<Person['reviews']> {
    const { rows } = await pool.query<WrittenRow>({
      name: 'reviews-of-person',
      text: `select shown_reviews.*, title as offer from shown_reviews left join titles using (experience_id)
        where author_id = $1 order by written_at desc, review_id limit ${MOST}`,
      values: [personId],
    })
    const reviews = await view.toReviews(rows)
    return reviews.map((review, at) => {
      const { experience_id: experienceId = '', offer = null } = rows[at] ?? {}
      return { ...review, experienceId, offer }
    })
  }

  async function howMany(personId: string) {
    const text = 'select count(*)::int as count, min(written_at) as since from reviews where author_id = $1'
    const query = { name: 'count-of-person', text, values: [personId] }
    const { count = 0, since = null } = (await pool.query<{ count: number; since: Date | null }>(query)).rows[0] ?? {}
    return { count, since: since?.toISOString() ?? null }
  }

  return async (personId) => {
    const sealed = await findName(personId)
    const [name = null] = sealed ? await keyring.unseal([sealed]) : []
    if (name === null) return null
    const [counted, reviews] = await Promise.all([howMany(personId), written(personId)])
    return { person: { personId, name, ...counted }, reviews }
  }
}
