import type { BodyOf } from '@fernweh/contracts/api/operation'
import type { writeReview } from '@fernweh/contracts/api/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import type { ListData } from '@fernweh/contracts/parts/reviews'
import { standalone } from '@fernweh/kit/browser/standalone'
import { mount } from './exposes/List.ts'

const experienceId = 'lisbon-tram'

function review(authorName: string | null, rating: number, text: string): Review {
  const authorId = authorName?.toLowerCase() ?? 'gone'
  return {
    reviewId: `${experienceId}__${authorId}`,
    authorId,
    authorName,
    rating,
    text,
    writtenAt: '2030-02-03T10:00:00Z',
  }
}

const reviews = [
  review('Bob', 5, 'The driver knew every stone of the street. We were still talking about it at midnight.'),
  review(null, 4, 'Lovely, if a little long for small children.'),
]
const rating = { feed: `rating.${experienceId}`, version: 2, data: { experienceId, average: 4.5, count: 2, reviews } }
const list: ListData = { page: '/e/lisbon-tram', experienceId, rating, mine: null }

await standalone({
  team: 'reviews',
  user: { id: 'ann', role: 'traveller' },
  parts: { List: { mount, data: list, url: '/e/lisbon-tram', params: { id: experienceId } } },
  answers: {
    'POST /experiences/:experienceId/reviews': ({ body }) => {
      const draft = body as BodyOf<typeof writeReview>
      return { mine: { status: 'on-its-way', review: review('Ann', draft.rating, draft.text) } }
    },
  },
})
