/** What was paid for is booked. */
import { isRefused } from '@fernweh/contracts/api/operation'
import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { paymentReceived } from '@fernweh/contracts/events/payments'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { SessionClerk } from '../session-clerk.ts'
import { withFreeReference } from './references.ts'

/** The clerk commits before the consumer does: what comes again because of that, changes nothing. */
export function confirmPaid(options: {
  pool: Pool
  broker: Broker
  log: Logger
  clerk: SessionClerk
  newReference(): string
}): DurableConsumer {
  const { clerk, newReference, ...parts } = options
  return createDurableConsumer({
    ...parts,
    name: 'bookings-confirm-paid',
    owner: 'payments',
    noun: 'payment',
    handle: (_, event) => confirm(event, clerk, newReference),
  })
}

/** Of all that happens to a payment, only this one concerns bookings. */
export async function confirm(event: Envelope, clerk: SessionClerk, newReference: () => string): Promise<void> {
  if (event.type !== paymentReceived.type) return
  const { sessionId, paymentId } = readEvent([paymentReceived], event).data
  const command = { type: 'confirm-booking' as const, sessionId, bookingId: paymentId, paymentId }
  const meta = { correlationId: event.correlationid, causationId: event.id, traceparent: event.traceparent }
  const answer = await withFreeReference(newReference, (reference) =>
    clerk.execute({ ...command, reference }, { meta }),
  )
  if (isRefused(answer)) throw new Error(`payment ${paymentId} is for no booking that can be paid: ${answer.refused}`)
}
