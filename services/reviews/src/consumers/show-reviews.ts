/** What reviews hears: its own stream, visits that ended, what people are called, and what reviews are about. */

import type { Envelope } from '@fernweh/contracts/envelope'
import { accountsEvents, profileChanged } from '@fernweh/contracts/events/accounts'
import { bookingsEvents, visitEnded } from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { reviewsEvents } from '@fernweh/contracts/events/reviews'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { FeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { Registry } from '@fernweh/kit/server/process/metrics'
import { feedsOfAuthors, knowNames } from '../views/names.ts'
import { feedOf, showReviews } from '../views/reviews.ts'
import { knowTitles } from '../views/titles.ts'
import { invite } from '../views/visits.ts'

export const SHOW_REVIEWS = 'reviews-show-reviews'

interface Options {
  pool: Pool
  broker: Broker
  feeds: FeedPublisher
  log: Logger
  metrics?: Registry
}

export function createConsumers({ feeds, ...options }: Options): DurableConsumer[] {
  return [
    createDurableConsumer({
      ...options,
      name: SHOW_REVIEWS,
      owner: 'reviews',
      noun: 'review',
      handleAll: (tx, envelopes) =>
        showReviews(
          tx,
          envelopes.map((envelope) => readEvent(reviewsEvents, envelope)),
        ),
      afterCommit(events) {
        for (const event of events) feeds.changed([feedOf(experienceOf(event))], event.traceparent)
      },
    }),
    createDurableConsumer({
      ...options,
      name: 'reviews-invite-after-visit',
      owner: 'bookings',
      noun: 'session',
      async handleAll(tx, envelopes) {
        const ended = envelopes
          .map((envelope) => readEvent(bookingsEvents, envelope))
          .filter((event) => event.type === visitEnded.type)
        if (ended.length > 0) await invite(tx, ended)
      },
    }),
    createDurableConsumer({
      ...options,
      name: 'reviews-know-titles',
      owner: 'catalog',
      noun: 'experience',
      handleAll: (tx, envelopes) =>
        knowTitles(
          tx,
          envelopes.map((envelope) => readEvent([experiencePublished], envelope)),
        ),
    }),
    createDurableConsumer({
      ...options,
      name: 'reviews-know-names',
      owner: 'accounts',
      noun: 'profile',
      handleAll: (tx, envelopes) => knowNames(tx, envelopes.map(readProfile)),
      afterCommit(events) {
        feedsOfAuthors(
          options.pool,
          events.map(({ data }) => (data as { accountId: string }).accountId),
        )
          .then((changed) => feeds.changed(changed))
          .catch((error: Error) => options.log.warn({ err: error }, 'changed names not told'))
      },
    }),
  ]
}

function readProfile(envelope: Envelope) {
  const event = readEvent(accountsEvents, envelope)
  if (event.type !== profileChanged.type) throw new Error(`${event.type} on a profile`)
  return event
}

const experienceOf = ({ data }: { data: unknown }) => (data as { experienceId: string }).experienceId
