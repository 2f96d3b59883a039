/** What becomes of seats decides what may be paid, what is closed and what is given back. */

import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents, sessionOpened } from '@fernweh/contracts/events/bookings'
import { type EnvelopeOf, readEvent } from '@fernweh/contracts/events/define-event'
import { paymentFeed } from '@fernweh/contracts/feeds/payments'
import type { Pool, Statement, Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { requestCalls } from '@fernweh/kit/server/third-parties/calls'
import { decidePayment } from '../decide-payment.ts'
import type { RefundPayment } from '../domain/refund-payment.ts'
import { expireCall } from '../views/calls.ts'
import { addHold, type HoldStatus, moveHold, openSessions } from '../views/holds.ts'

export function hearBookings(options: {
  pool: Pool
  broker: Broker
  log: Logger
  afterCommit(feeds: string[]): void
}): DurableConsumer {
  return createDurableConsumer({
    ...options,
    name: 'payments-hear-bookings',
    owner: 'bookings',
    noun: 'session',
    handleAll,
    afterCommit: (events) => options.afterCommit(events.flatMap(feedsOf)),
  })
}

/** Of the payments that may have moved. */
function feedsOf(envelope: Envelope): string[] {
  const { data } = readEvent(bookingsEvents, envelope)
  if (!('travellerId' in data)) return []
  return [paymentFeed(data.travellerId, 'holdId' in data ? data.holdId : data.bookingId)]
}

const UNPAID: HoldStatus[] = ['held', 'released', 'expired']

/** Sessions open by the thousand, and before anything else happens in them. */
async function handleAll(tx: Transaction, envelopes: readonly Envelope[]): Promise<void> {
  const events = envelopes.map((envelope) => readEvent(bookingsEvents, envelope))
  const opened = events.flatMap(({ type, data }) => (type === sessionOpened.type ? [data] : []))
  if (opened.length > 0) await run(tx, openSessions(opened))
  for (const event of events) await handle(tx, event)
}

async function handle(tx: Transaction, event: EnvelopeOf<(typeof bookingsEvents)[number]>): Promise<void> {
  switch (event.type) {
    case 'fernweh.bookings.session-opened':
      return
    case 'fernweh.bookings.seats-held':
      return run(tx, addHold(event.data))
    case 'fernweh.bookings.hold-released':
      await run(tx, moveHold(event.data.holdId, ['held'], 'released'))
      return endHold(tx, event.data.holdId, event)
    case 'fernweh.bookings.hold-expired':
      await run(tx, moveHold(event.data.holdId, ['held'], 'expired'))
      return endHold(tx, event.data.holdId, event)
    case 'fernweh.bookings.booking-confirmed':
      return run(tx, moveHold(event.data.bookingId, UNPAID, 'confirmed'))
    case 'fernweh.bookings.confirmation-refused':
      await run(tx, moveHold(event.data.bookingId, UNPAID, 'refused'))
      return refund(tx, event.data.paymentId, 'too-late', event)
    case 'fernweh.bookings.booking-cancelled':
      await run(tx, moveHold(event.data.bookingId, ['confirmed'], 'cancelled'))
      if (event.data.paymentId !== null) await refund(tx, event.data.paymentId, 'cancelled', event)
      return
    case 'fernweh.bookings.visit-ended':
      return
  }
}

/** A checkout that is open is closed at the provider, who answers whether it was paid first. */
async function endHold(tx: Transaction, paymentId: string, cause: Envelope): Promise<void> {
  const payment = await decidePayment(tx, { type: 'end-hold', paymentId }, causedBy(cause))
  if (payment?.status === 'open') await run(tx, requestCalls([expireCall(payment, causedBy(cause))]))
}

async function refund(tx: Transaction, paymentId: string, reason: RefundPayment['reason'], cause: Envelope) {
  await decidePayment(tx, { type: 'refund-payment', paymentId, reason }, causedBy(cause))
}

async function run(tx: Transaction, statement: Statement): Promise<void> {
  await tx.query(statement)
}
