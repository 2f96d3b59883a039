import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'

/** Where a booking stands for its traveller, from what two services say of it. */
export type Phase =
  | 'held'
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

type Asked = { booking: Booking; payment: Payment | null } & Pick<BookingView, 'back'>

export function toPhase({ booking, payment, back }: Asked): Phase {
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

function toHeldPhase(payment: Payment | null, back: BookingView['back']): Phase {
  if (isBack(payment, back)) return 'payment-pending'
  switch (payment?.status) {
    case undefined:
    case 'closed':
      return 'held'
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

/** Money may still arrive for seats that are not held any more. */
function toEndedPhase(status: 'expired' | 'released', payment: Payment | null, back: BookingView['back']): Phase {
  if (payment?.status === 'received' || isBack(payment, back)) return 'payment-pending'
  return payment?.status === 'refund-requested' || payment?.status === 'refunded' ? 'too-late' : status
}

/**
 * The provider sends its traveller back when it has been paid, also while nobody here can say so; a refusal of the card that
 * is known by now is newer.
 */
function isBack(payment: Payment | null, back: BookingView['back']): boolean {
  if (back !== 'done') return false
  return payment === null || (payment.status === 'open' && payment.declined === null)
}
