import { isRefused } from '@fernweh/contracts/api/operation'
import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { paymentReceived } from '@fernweh/contracts/events/payments'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import type { SessionBatcher } from '../views/project.ts'
import { withUnusedReference } from '../views/references.ts'

interface Deps {
  batcher: SessionBatcher
  newReference(): string
}

/** The batcher commits before the consumer does: an event that is delivered again because of that changes nothing. */
export function confirmPaidBookings({ consume }: Pick<Service, 'consume'>, deps: Deps) {
  return consume({
    name: 'bookings-confirm-paid',
    owner: 'payments',
    noun: 'payment',
    handle: (_, event) => confirmPaidBooking(event, deps),
  })
}

/** Only the receipt of a payment concerns bookings. */
export async function confirmPaidBooking(event: Envelope, { batcher, newReference }: Deps): Promise<void> {
  if (event.type !== paymentReceived.type) return
  const { sessionId, paymentId } = readEvent([paymentReceived], event).data
  const command = { type: 'confirm-booking' as const, sessionId, bookingId: paymentId, paymentId }
  const answer = await withUnusedReference(newReference, (reference) =>
    batcher.execute({ ...command, reference }, { meta: causedBy(event) }),
  )
  if (isRefused(answer)) throw new Error(`payment ${paymentId} does not fit any booking: ${answer.refused}`)
}
