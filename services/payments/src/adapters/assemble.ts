/** All that a process of payments is made of, given what it stands on: a database, a broker and a provider. */

import type { Pool } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { serveFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { createFeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/service/operators'
import type { ThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import type { Express } from 'express'
import { createPayments, type Patience } from '../app.ts'
import type { Payment } from '../domain/payment.ts'
import { paymentRules } from '../payment-rules.ts'
import type { Provider } from '../provider.ts'
import { auditPayments } from '../views/audit.ts'
import type { About } from '../views/calls.ts'
import { findHold } from '../views/holds.ts'
import { type AppendedPayment, feedOf } from '../views/project.ts'
import { createReadFeeds, readPayment } from '../views/read.ts'
import { hearBookings } from './hear-bookings.ts'
import { hearTitles } from './hear-titles.ts'
import { servePayments } from './http.ts'
import { runProviderCalls } from './provider-calls.ts'
import { serveWebhooks } from './webhooks.ts'

export interface Ground {
  pool: Pool
  broker: Broker
  provider: Provider
  thirdParty: ThirdParty
  patience: Patience
}

export function assemble(
  app: Express,
  context: ProcessContext,
  { pool, broker, provider, thirdParty, patience }: Ground,
): void {
  const { log } = context
  serveLog({ broker, pool, owner: 'payments' })
  const relay = createOutboxRelay({ pool, broker, owner: 'payments', log })
  context.onStop('relay', () => relay.stop())
  const read = createReadFeeds(pool)
  const feeds = createFeedPublisher({ broker, read, log })

  const calls = runProviderCalls({
    pool,
    log,
    provider,
    thirdParty,
    afterCommit: ({ data }) => moved([feedOf(data as About)]),
  })
  context.onStop('calls', () => calls.stop())
  const afterCommit = (appended: readonly AppendedPayment[]) =>
    moved(appended.map(({ state }) => feedOf(state as Payment)))
  const clerk = createCommandBatcher({ pool, decider: paymentRules, afterCommit })
  context.onStop('clerk', () => clerk.idle())
  const bookings = hearBookings({ pool, broker, log, afterCommit: moved })
  context.onStop('bookings', () => bookings.stop())
  const titles = hearTitles({ pool, broker, log })
  context.onStop('titles', () => titles.stop())

  serveWebhooks(app, { pool, provider, afterCommit: calls.wake })
  const views = {
    hold: (bookingId: string) => findHold(pool, bookingId),
    payment: (travellerId: string, paymentId: string) => readPayment(read, travellerId, paymentId),
  }
  servePayments(app, createPayments({ clerk, views, patience }))
  serveFeedHeads(app, read)
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditPayments(pool))
  serveParkedReplay(app, [bookings, titles])

  function moved(changed: string[]): void {
    relay.wake()
    calls.wake()
    feeds.changed(changed)
  }
}
