/** People as reviews knows them: what they are called, and what they have written. */

import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { getPerson } from '@fernweh/contracts/api/reviews'
import type { ReviewedExperience } from '@fernweh/contracts/feeds/reviews'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Keyring } from '@fernweh/kit/server/personal-data/sealing'
import type { FindName } from './names.ts'
import type { ReviewsView, SealedReview } from './reviews.ts'

const MOST = 50

type Person = AnswerOf<typeof getPerson>
/** Null for who has written nothing, whether there is such an account or not, and for who has left. */
export type FindPerson = (personId: string) => Promise<Person | null>

interface Options {
  pool: Pool
  keyring: Keyring
  findName: FindName
  view: Pick<ReviewsView, 'toReviews'>
}

interface WrittenRow extends SealedReview {
  experience_id: string
  offer: ReviewedExperience | null
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
    const text = `select count(*)::int as count, min(written_at) as since from reviews where author_id = $1
      having count(*) > 0`
    const query = { name: 'count-of-person', text, values: [personId] }
    const [counted] = (await pool.query<{ count: number; since: Date }>(query)).rows
    return counted && { count: counted.count, since: counted.since.toISOString() }
  }

  return async (personId) => {
    const counted = await howMany(personId)
    // Nothing more is looked for, so that time does not tell either who has an account.
    if (!counted) return null
    const sealed = await findName(personId)
    const [name = null] = sealed ? await keyring.unseal([sealed]) : []
    return name === null ? null : { person: { personId, name, ...counted }, reviews: await written(personId) }
  }
}
