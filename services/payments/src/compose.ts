/** Everything in payments but its configuration, so that tests can bring their own database, broker and provider. */
import type { Service } from '@fernweh/kit/server/boot/open-service'
import type { ThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { servePayments } from './api/payments.ts'
import { serveWebhooks } from './api/webhooks.ts'
import { createPayBooking, type WaitLimits } from './commands/pay-booking.ts'
import { followBookings } from './consumers/follow-bookings.ts'
import { storeTitles } from './consumers/store-titles.ts'
import type { Payment } from './domain/payment.ts'
import type { Provider } from './domain/provider.ts'
import { runProviderCalls } from './third-party/run-provider-calls.ts'
import { findHold } from './views/holds.ts'
import { createReadFeeds, feedOf, readPayment } from './views/payments.ts'
import { projectedDecider } from './views/project.ts'
import type { CallSubject } from './views/provider-calls.ts'

interface Deps {
  provider: Provider
  thirdParty: ThirdParty
  waitLimits: WaitLimits
}

export function composePayments(service: Service, { provider, thirdParty, waitLimits }: Deps): void {
  const { app, pool, log, relay, running } = service
  const read = createReadFeeds(pool)
  const feeds = service.publishFeeds(read)
  const calls = runProviderCalls({
    pool,
    log,
    provider,
    thirdParty,
    afterCommit: ({ data }) => afterChange([feedOf(data as CallSubject)]),
  })
  running('calls', calls)
  const batcher = service.batchCommands(projectedDecider, (appended) =>
    afterChange(appended.map(({ state }) => feedOf(state as Payment))),
  )
  followBookings(service, afterChange)
  storeTitles(service)

  const views = {
    findHold: (bookingId: string) => findHold(pool, bookingId),
    readPayment: (travellerId: string, paymentId: string) => readPayment(read, travellerId, paymentId),
  }
  serveWebhooks(app, { pool, provider, afterCommit: calls.wake })
  servePayments(app, { payBooking: createPayBooking({ batcher, views, waitLimits }), ...views })

  function afterChange(changed: string[]): void {
    relay.wake()
    calls.wake()
    feeds.changed(changed)
  }
}
