/** All that a process of payments is made of, given what it stands on: a database, a broker and a provider. */
import type { Broker } from '@fernweh/kit/server/broker'
import { createClerk } from '@fernweh/kit/server/clerk'
import type { Pool } from '@fernweh/kit/server/database'
import { serveFeedHeads } from '@fernweh/kit/server/feed-heads'
import { createFeedPublisher } from '@fernweh/kit/server/feeds'
import type { Life } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/operators'
import { createRelay } from '@fernweh/kit/server/relay'
import type { ThirdParty } from '@fernweh/kit/server/third-party'
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

export function assemble(app: Express, life: Life, { pool, broker, provider, thirdParty, patience }: Ground): void {
  const { log } = life
  serveLog({ broker, pool, owner: 'payments' })
  const relay = createRelay({ pool, broker, owner: 'payments', log })
  life.onStop('relay', () => relay.stop())
  const read = createReadFeeds(pool)
  const feeds = createFeedPublisher({ broker, read, log })

  const calls = runProviderCalls({
    pool,
    log,
    provider,
    thirdParty,
    afterCommit: ({ data }) => moved([feedOf(data as About)]),
  })
  life.onStop('calls', () => calls.stop())
  const afterCommit = (appended: readonly AppendedPayment[]) =>
    moved(appended.map(({ state }) => feedOf(state as Payment)))
  const clerk = createClerk({ pool, rules: paymentRules, afterCommit })
  life.onStop('clerk', () => clerk.idle())
  const bookings = hearBookings({ pool, broker, log, afterCommit: moved })
  life.onStop('bookings', () => bookings.stop())
  const titles = hearTitles({ pool, broker, log })
  life.onStop('titles', () => titles.stop())

  serveWebhooks(app, { pool, provider, afterCommit: calls.poke })
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
    relay.poke()
    calls.poke()
    feeds.changed(changed)
  }
}
