import { getPerson } from '@fernweh/contracts/api/reviews'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import { readPerson } from '../views/people.ts'
import type { ReviewSources } from '../views/reviews.ts'

export function servePeople(router: IRouter, sources: ReviewSources): void {
  route(
    router,
    getPerson,
    async ({ params: { personId } }) => (await readPerson(sources, personId)) ?? { refused: 'no-such-person' },
  )
}
