import type { BookingView } from '@fernweh/contracts/fragments/bookings'

/** Something is on its way that decides how it goes on: a page that hears no feed looks again by itself. */
export function isWaiting({ booking, payment, back }: BookingView): boolean {
  if (!['held', 'expired', 'released'].includes(booking.data.status)) return false
  const status = payment.data?.status
  if (status === undefined || status === 'open') return back === 'done'
  return status === 'requested' || status === 'received'
}
