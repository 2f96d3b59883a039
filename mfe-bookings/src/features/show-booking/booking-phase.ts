import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'

/** A booking's state as its traveller sees it, derived from its booking and its payment. */
export type BookingPhase =
  | 'held'
  | 'not-payable'
  | 'opening-checkout'
  | 'checkout'
  | 'payment-pending'
  | 'amount-mismatch'
  | 'confirmed'
  | 'visited'
  | 'cancelled'
  | 'expired'
  | 'released'
  | 'too-late'

type BookingState = { booking: Booking; payment: TravellerPayment | null } & Pick<BookingView, 'back'>

export function toBookingPhase({ booking, payment, back }: BookingState): BookingPhase {
  switch (booking.status) {
    case 'held':
      return toHeldPhase(payment, back)
    case 'expired':
    case 'released':
      return toEndedPhase(booking.status, payment, back)
    case 'confirmed':
      return booking.visited ? 'visited' : 'confirmed'
    case 'refused':
      return 'too-late'
    case 'cancelled':
      return 'cancelled'
  }
}

function toHeldPhase(payment: TravellerPayment | null, back: BookingView['back']): BookingPhase {
  if (hasReturned(payment, back)) return 'payment-pending'
  switch (payment?.status) {
    case undefined:
      return 'held'
    case 'closed':
      return payment.refused?.startsWith('amount-') ? 'not-payable' : 'held'
    case 'requested':
      return 'opening-checkout'
    case 'open':
      return 'checkout'
    case 'received':
      return 'payment-pending'
    case 'refund-requested':
    case 'refunded':
      return 'amount-mismatch'
  }
}

/** A payment may still arrive after the hold has ended. */
function toEndedPhase(
  status: 'expired' | 'released',
  payment: TravellerPayment | null,
  back: BookingView['back'],
): BookingPhase {
  if (payment?.status === 'received' || hasReturned(payment, back)) return 'payment-pending'
  return payment?.status === 'refund-requested' || payment?.status === 'refunded' ? 'too-late' : status
}

/**
 * The provider returns its traveller after the payment, possibly before payments has learned of it. A declined card that is
 * known by now is newer than the return.
 */
function hasReturned(payment: TravellerPayment | null, back: BookingView['back']): boolean {
  if (back !== 'done') return false
  return payment === null || (payment.status === 'open' && payment.declined === null)
}
