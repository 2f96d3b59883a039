/** What happens to seats decides which payments are possible, which checkouts close, and what is refunded. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingsEvents, sessionOpened } from '@fernweh/contracts/events/bookings'
import { type EnvelopeOf, readEvent } from '@fernweh/contracts/events/define-event'
import { paymentFeed } from '@fernweh/contracts/feeds/payments'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import type { Statement, Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import { requestCalls } from '@fernweh/kit/server/third-parties/calls'
import { streamOf } from '../domain/decider.ts'
import type { RefundPayment } from '../domain/refund-payment.ts'
import { addHold, type HoldStatus, insertSessions, updateHold } from '../views/holds.ts'
import { projectedDecider } from '../views/project.ts'
import { expireCall } from '../views/provider-calls.ts'

/** `afterChange` gets the feeds of the payments that may have changed. */
export function followBookings({ consume }: Pick<Service, 'consume'>, afterChange: (feeds: string[]) => void) {
  return consume({
    name: 'payments-hear-bookings',
    owner: 'bookings',
    noun: 'session',
    handleAll,
    afterCommit: (events) => afterChange(events.flatMap(feedsOf)),
  })
}

function feedsOf(envelope: Envelope): string[] {
  const { data } = readEvent(bookingsEvents, envelope)
  if (!('travellerId' in data)) return []
  return [paymentFeed(data.travellerId, 'holdId' in data ? data.holdId : data.bookingId)]
}

const UNPAID: HoldStatus[] = ['held', 'released', 'expired']

/** Sessions open by the thousand, and before anything else happens in them: they are stored in one statement, first. */
async function handleAll(tx: Transaction, envelopes: readonly Envelope[]): Promise<void> {
  const events = envelopes.map((envelope) => readEvent(bookingsEvents, envelope))
  const opened = events.flatMap(({ type, data }) => (type === sessionOpened.type ? [data] : []))
  if (opened.length > 0) await run(tx, insertSessions(opened))
  for (const event of events) await handle(tx, event)
}

async function handle(tx: Transaction, event: EnvelopeOf<(typeof bookingsEvents)[number]>): Promise<void> {
  switch (event.type) {
    case 'fernweh.bookings.session-opened':
      return
    case 'fernweh.bookings.seats-held':
      return run(tx, addHold(event.data))
    case 'fernweh.bookings.hold-released':
      await run(tx, updateHold(event.data.holdId, ['held'], 'released'))
      return endHold(tx, event.data.holdId, event)
    case 'fernweh.bookings.hold-expired':
      await run(tx, updateHold(event.data.holdId, ['held'], 'expired'))
      return endHold(tx, event.data.holdId, event)
    case 'fernweh.bookings.booking-confirmed':
      return run(tx, updateHold(event.data.bookingId, UNPAID, 'confirmed'))
    case 'fernweh.bookings.confirmation-refused':
      await run(tx, updateHold(event.data.bookingId, UNPAID, 'refused'))
      return refund(tx, event.data.paymentId, 'too-late', event)
    case 'fernweh.bookings.booking-cancelled':
      await run(tx, updateHold(event.data.bookingId, ['confirmed'], 'cancelled'))
      if (event.data.paymentId !== null) await refund(tx, event.data.paymentId, 'cancelled', event)
      return
    case 'fernweh.bookings.visit-ended':
      return
  }
}

/** An open checkout is expired by the provider, whose answer says whether it was paid first. */
async function endHold(tx: Transaction, paymentId: string, cause: Envelope): Promise<void> {
  const meta = causedBy(cause)
  const { streams } = await decideAll(tx, projectedDecider, [{ command: { type: 'end-hold', paymentId }, meta }])
  const payment = streams.get(streamOf(paymentId))?.state
  if (payment?.status === 'open') await run(tx, requestCalls([expireCall(payment, meta)]))
}

async function refund(tx: Transaction, paymentId: string, reason: RefundPayment['reason'], cause: Envelope) {
  const command = { type: 'refund-payment' as const, paymentId, reason }
  await decideAll(tx, projectedDecider, [{ command, meta: causedBy(cause) }])
}

async function run(tx: Transaction, statement: Statement): Promise<void> {
  await tx.query(statement)
}
