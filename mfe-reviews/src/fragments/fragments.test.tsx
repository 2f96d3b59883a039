import type { VisitToReview } from '@fernweh/contracts/api/reviews'
import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import type { AuthorData, BookingReviewData, ReviewListData } from '@fernweh/contracts/fragments/reviews'
import type { User } from '@fernweh/kit/browser/host/host'
import { createServerHost } from '@fernweh/kit/browser/host/server-host'
import { MessagesProvider } from '@fernweh/kit/browser/host/use-messages'
import { createCatalog } from '@fernweh/kit/language/messages'
import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { allMessages } from '../messages.ts'
import { AuthorPage } from './AuthorPage.tsx'
import { BookingReview } from './BookingReview.tsx'
import { ReviewList } from './ReviewList.tsx'

const ann: User = { id: 'ann', role: 'traveller' }
const visit: VisitToReview = { bookingId: 'b1', experienceId: 'tram', endedAt: '2030-03-14T20:30:00Z' }

function review(authorId: string, verified = true): Review {
  const rest = { verified, rating: 5, text: `${authorId} was there.`, writtenAt: '2030-03-14T21:00:00Z' }
  return { reviewId: authorId, authorId, authorName: authorId, ...rest }
}
const published = (who: string) => ({ status: 'published' as const, review: review(who) })

function toRating(reviews: Review[]) {
  const data = { experienceId: 'tram', average: 5, count: reviews.length, stars: [0, 0, 0, 0, reviews.length], reviews }
  return { feed: 'rating.tram', version: reviews.length, data }
}

interface GivenProps {
  user?: User | null
  outcome?: FormOutcome
}
const messages = createCatalog(allMessages).read('en-GB')
const propsOf = ({ user = ann, outcome }: GivenProps) => ({
  host: createServerHost<BusEvents>({ team: 'reviews', user, locale: 'en-GB', messages, release: 'test' }),
  now: '2030-03-15T08:00:00Z',
  idempotencyKey: 'key-0001',
  outcome: outcome ?? null,
})

function list(data: Partial<ReviewListData> = {}, given: GivenProps = {}): string {
  const all = { page: '/e/tram?from=list', experienceId: 'tram', rating: toRating([]), ...nothingElse }
  const props = propsOf(given)
  return renderToString(
    <MessagesProvider {...props.host}>
      <ReviewList data={{ ...all, ...data }} {...props} />
    </MessagesProvider>,
  )
}

const nothingElse = { older: [], pages: 1, mine: null, invitations: [] }

function ofBooking(visited: BookingReviewData['visited'], given: GivenProps = {}): string {
  const props = propsOf(given)
  return renderToString(
    <MessagesProvider {...props.host}>
      <BookingReview data={{ page: '/bookings/b1', bookingId: 'b1', visited }} {...props} />
    </MessagesProvider>,
  )
}

describe('who may write', () => {
  test('has a form that works without script: idempotency key, stars as radio buttons, page to return to', () => {
    const html = list({ invitations: [visit] })
    expect(html).toContain('action="/api/reviews/bookings/b1/review" method="post"')
    expect(html).toContain('name="key" value="key-0001-1-write-review"')
    expect(html).toContain('name="page" value="/e/tram?from=list"')
    expect(html.match(/type="radio" required="" name="rating"/g)).toHaveLength(5)
    expect(html).not.toContain('disabled')
  })

  test('is explained to everybody else; anonymous readers can sign in and come back', () => {
    expect(list()).toContain('people who booked here and went')
    expect(list()).not.toContain('<form')
    expect(list()).not.toContain('/sign-in')
    expect(list({}, { user: null })).toContain('href="/sign-in?next=%2Fe%2Ftram%3Ffrom%3Dlist"')
  })

  test('is not explained to those who have written', () => {
    expect(list({ mine: published('ann'), rating: toRating([review('ann')]) })).not.toContain('people who booked here')
  })
})

describe('the badge', () => {
  test('is shown with reviews of verified visits and with no others', () => {
    const html = list({ rating: toRating([review('ann'), review('bob', false), review('cy')]) })
    const items = html.split('data-review=').slice(1)
    expect(items.map((item) => item.includes('Verified visit'))).toEqual([true, false, true])
  })
})

describe('the list', () => {
  const many = Array.from({ length: 9 }, (_, at) => review(`guest-${at}`))

  test('shows six reviews, the number per rating, and a link to more', () => {
    const html = list({ rating: toRating(many) })
    expect(html.match(/data-review=/g)).toHaveLength(6)
    expect(html).toContain('5 stars: 9 reviews')
    expect(html).toContain('href="/e/tram?from=list&amp;reviews=2#review"')
  })

  test('shows as many pages as the address says, and no link where there are no more', () => {
    const [older, rating] = [
      many.slice(4),
      { ...toRating(many), data: { ...toRating(many).data, reviews: many.slice(0, 4) } },
    ]
    const html = list({ rating, older, pages: 2 })
    expect([...html.matchAll(/data-review="([^"]*)"/g)].map(([, id]) => id)).toEqual(
      many.map(({ reviewId }) => reviewId),
    )
    expect(html).not.toContain('reviews=3')
  })

  test('links to each author, except former members; the direction of a text follows its letters', () => {
    const html = list({ rating: toRating([review('ann'), { ...review('gone'), authorName: null }]) })
    expect(html.match(/href="\/people\/[^"]*"/g)).toEqual(['href="/people/ann"'])
    expect(html).toContain('Former member')
    expect(html.match(/<p[^>]* dir="auto">/g)).toHaveLength(2)
  })

  test('does not link to the author of a review that is being published: they may have no page yet', () => {
    const html = list({ mine: { status: 'on-its-way', review: review('ann') }, rating: toRating([review('bob')]) })
    expect(html).toContain('<bdi>ann</bdi>')
    expect(html.match(/href="\/people\/[^"]*"/g)).toEqual(['href="/people/bob"'])
  })
})

describe('an author', () => {
  const offer = { title: 'Trams', language: 'en', translations: { de: 'Straßenbahnen' } }
  const known: AuthorData['known'] = {
    person: { personId: 'ann', name: 'Ann', count: 2, since: '2028-05-01T00:00:00Z' },
    reviews: [
      { ...review('ann'), experienceId: 'tram', offer },
      { ...review('ann', false), reviewId: 'old', experienceId: 'dunes', offer: null },
    ],
  }
  const person = (data: AuthorData, given: GivenProps = {}) => {
    const props = propsOf(given)
    return renderToString(
      <MessagesProvider {...props.host}>
        <AuthorPage data={data} {...props} />
      </MessagesProvider>,
    ).replaceAll('<!-- -->', '')
  }

  test('is shown with the experiences they reviewed; the reader is told when it is their own page', () => {
    const html = person({ known })
    expect(html).toContain('2 reviews · Reviewing since May 2028')
    expect(html).toContain('<a href="/e/tram" dir="auto">Trams</a>')
    expect(html).toContain('<a href="/e/dunes">View experience</a>')
    expect(html.match(/Verified visit/g)).toHaveLength(1)
    expect(html).toContain('This is you')
    expect(person({ known }, { user: { id: 'bob', role: 'traveller' } })).not.toContain('This is you')
  })

  test('that does not exist is not found', () => {
    expect(person({ known: null })).toContain('Profile not found')
  })
})

describe('a native form that was sent without script', () => {
  const refused = { refused: 'already-reviewed', form: 'write-review' }
  const words = 'You have already reviewed this visit'

  test('shows its refusal at the form, and also where there is no form any more', () => {
    expect(list({ invitations: [visit] }, { outcome: refused })).toContain(words)
    expect(list({ mine: published('ann') }, { outcome: refused })).toContain(words)
    expect(ofBooking({ visit, mine: published('ann'), rating: toRating([]) }, { outcome: refused })).toContain(words)
  })

  test('shows nothing of other forms, and no unknown refusals', () => {
    expect(list({ mine: published('ann') }, { outcome: { ...refused, form: 'hold' } })).not.toContain(words)
    const html = list({ invitations: [visit] }, { outcome: { ...refused, refused: 'made-up' } })
    expect(html).not.toContain('made-up')
  })

  test('shows an invalid value at its field', () => {
    const html = list({ invitations: [visit] }, { outcome: { invalid: 'rating text', form: 'write-review' } })
    expect(html).toContain('Choose one to five stars.')
    expect(html).toMatch(/<textarea[^>]*aria-describedby="reviews-text-hint reviews-text-error" aria-invalid="true"/)
  })

  test('keeps its key when there was no answer, so that sending it again counts once', () => {
    const html = list(
      { invitations: [visit] },
      { outcome: { fault: 'abc', again: 'key-before', form: 'write-review' } },
    )
    expect(html).toContain('name="key" value="key-before"')
    expect(html).toContain('it counts only once')
  })
})

describe('below a booking', () => {
  test('there is nothing until the visit is over, then the form, then the review', () => {
    expect(ofBooking(null)).toBe('')
    const rating = toRating([review('ann')])
    const form = ofBooking({ visit, mine: null, rating })
    expect(form).toContain('id="review"')
    expect(form).toContain('action="/api/reviews/bookings/b1/review"')
    const written = ofBooking({ visit, mine: published('ann'), rating })
    expect(written).toContain('Your review, published')
    expect(written).not.toContain('<form')
  })
})
