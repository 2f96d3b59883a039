import { isRefused } from '@fernweh/contracts/api/operation'
import {
  getOlderReviews,
  getPerson,
  getReviews,
  getVisit,
  importReviews,
  type MyReview,
  writeReview,
} from '@fernweh/contracts/api/reviews'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/boot/operators'
import type { DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { serveFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { requireKey, route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { Express } from 'express'
import type { FindName } from '../views/names.ts'
import type { FindWritten, ReviewClerk, Written } from '../views/own-reviews.ts'
import type { FindPerson } from '../views/people.ts'
import type { ReviewsView } from '../views/reviews.ts'
import type { Visits } from '../views/visits.ts'

export interface Reviews {
  clerk: ReviewClerk
  findWritten: FindWritten
  view: ReviewsView
  visits: Visits
  findName: FindName
  findPerson: FindPerson
  consumers: readonly Pick<DurableConsumer, 'replayParked'>[]
  relay: Pick<OutboxRelay, 'pause' | 'resume'>
  audit(): Promise<AuditCheck[]>
}

export function serveReviews(
  app: Express,
  { clerk, findWritten, view, visits, findName, findPerson, consumers, relay, audit }: Reviews,
): void {
  async function onItsWay({ data, time }: Written): Promise<MyReview> {
    const { reviewId, authorId, rating, text } = data
    const name = await findName(authorId)
    const sealed = { review_id: reviewId, author_id: authorId, name, rating, text, written_at: time, verified: true }
    const [review] = await view.toReviews([sealed])
    if (!review) throw new Error('one review for each given')
    return { status: 'on-its-way', review }
  }

  async function ofBooking(bookingId: string): Promise<MyReview | null> {
    const review = await view.find(bookingId)
    if (review) return { status: 'published', review }
    const [written] = await findWritten([bookingId])
    return written ? onItsWay(written) : null
  }

  route(app, getReviews, async ({ params: { experienceId }, identity }) => {
    const { rating, mine: published } = await view.read(experienceId, identity?.sub ?? null)
    const visited = identity ? await visits.at(identity.sub, experienceId) : []
    // The log after the view, so that no review is missing in both.
    const written = await findWritten(visited.map(({ bookingId }) => bookingId))
    const reviewed = new Set(written.map(({ data }) => data.bookingId))
    const invitations = visited.filter(({ bookingId }) => !reviewed.has(bookingId))
    const [newest] = written
    const isLatest = newest && newest.time > (published?.writtenAt ?? '')
    const shown: MyReview | null = published && { status: 'published', review: published }
    return { rating, mine: isLatest ? await onItsWay(newest) : shown, invitations }
  })

  route(app, getOlderReviews, async ({ params: { experienceId }, query: { than, limit } }) => ({
    reviews: await view.older(experienceId, than, limit),
  }))

  route(
    app,
    getPerson,
    async ({ params: { personId } }) => (await findPerson(personId)) ?? { refused: 'no-such-person' },
  )

  route(app, getVisit, async ({ params: { bookingId }, identity }) => {
    const visit = identity && (await visits.of(identity.sub, bookingId))
    return { visit, mine: visit && (await ofBooking(bookingId)) }
  })

  route(app, writeReview, async (asked) => {
    const { sub: authorId } = requireIdentity(asked)
    const key = requireKey(asked)
    const visit = await visits.of(authorId, asked.params.bookingId)
    if (!visit) return { refused: 'no-such-visit' }
    const { bookingId, experienceId } = visit
    const meta = { correlationId: key, actor: authorId, traceparent: asked.trace }
    const command = { bookingId, experienceId, authorId, ...asked.body }
    const decided = await clerk.execute(command, { key: `${authorId}:${key}`, meta })
    if (isRefused<'already-reviewed'>(decided)) return decided
    const [written] = await findWritten([bookingId])
    if (!written) throw new Error('an accepted review is not in the log')
    return { mine: await onItsWay(written) }
  })

  route(app, importReviews, async ({ body: { reviews } }) => {
    const known = await visits.byBooking(reviews.map(({ bookingId }) => bookingId))
    const importing = reviews.map(async ({ bookingId, rating, text, writtenAt }) => {
      const visit = known.get(bookingId)
      if (!visit) return { refused: 'no-such-visit' }
      const { experienceId, travellerId: authorId, endedAt } = visit
      const command = { bookingId, experienceId, authorId, rating, text, imported: { writtenAt, endedAt } }
      return clerk.execute(command, { meta: { correlationId: `import.${bookingId}`, actor: authorId } })
    })
    const rejected = (await Promise.all(importing)).flatMap((answer, row) =>
      isRefused(answer) ? [{ row: `reviews.${row}`, reason: answer.refused }] : [],
    )
    return { reviews: reviews.length - rejected.length, rejected }
  })

  serveFeedHeads(app, view.readFeeds)
  serveRelaySwitch(app, relay)
  serveParkedReplay(app, consumers)
  serveAudit(app, audit)
}
