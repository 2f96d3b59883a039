import type { BodyOf } from '@fernweh/contracts/api/operation'
import type { VisitToReview, writeReview } from '@fernweh/contracts/api/reviews'
import { busEvents } from '@fernweh/contracts/browser/bus-events'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import type { AuthorData, BookingReviewData, ReviewListData } from '@fernweh/contracts/fragments/reviews'
import type { StandaloneOptions } from '@fernweh/kit/browser/rendering/standalone'

const experienceId = 'lisbon-tram'

function review(authorName: string | null, rating: number, text: string, verified = true): Review {
  const authorId = authorName?.toLowerCase() ?? 'gone'
  const of = { reviewId: `${experienceId}-${authorId}`, authorId, authorName, verified }
  return { ...of, rating, text, writtenAt: '2030-02-03T10:00:00Z' }
}

const reviews = [
  review('Bob', 5, 'The driver knew every stone of the street. We were still talking about it at midnight.'),
  review(null, 4, 'Lovely, if a little long for small children.', false),
]
const rating = {
  feed: `rating.${experienceId}`,
  version: 2,
  data: { experienceId, average: 4.5, count: 2, stars: [0, 0, 0, 1, 1], reviews },
}
const visit: VisitToReview = { bookingId: 'b1', experienceId, endedAt: '2030-02-01T19:00:00Z' }
const list: ReviewListData = {
  page: '/e/lisbon-tram',
  experienceId,
  rating,
  older: [],
  pages: 1,
  mine: null,
  invitations: [visit],
}
const ofBooking: BookingReviewData = { page: '/bookings/b1', bookingId: 'b1', visited: { visit, mine: null, rating } }
const offer = {
  title: 'The last wooden trams',
  language: 'en',
  translations: { de: 'Die letzten Straßenbahnen aus Holz' },
}
const person: AuthorData = {
  known: {
    person: { personId: 'ann', name: 'Ann', count: 1, since: '2030-02-03T10:00:00Z' },
    reviews: [{ ...review('Ann', 5, 'We were still talking about it at midnight.'), experienceId, offer }],
  },
}

export const options: StandaloneOptions = {
  user: { id: 'ann', role: 'traveller' },
  events: busEvents,
  samples: {
    ReviewList: { data: list, url: '/e/lisbon-tram', params: { id: experienceId } },
    AuthorPage: { data: person, url: '/people/ann', params: { id: 'ann' } },
    BookingReview: { data: ofBooking, url: '/bookings/b1', params: { id: 'b1' } },
  },
  answers: {
    'POST /bookings/:bookingId/review': ({ body }) => {
      const draft = body as BodyOf<typeof writeReview>
      return { mine: { status: 'on-its-way', review: review('Ann', draft.rating, draft.text) } }
    },
  },
}
