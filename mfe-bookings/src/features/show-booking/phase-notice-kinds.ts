import type { BookingPhase } from './booking-phase.ts'

export const phaseNoticeKinds: Record<BookingPhase, 'calm' | 'loss' | 'wait'> = {
  held: 'calm',
  'not-payable': 'loss',
  'opening-checkout': 'wait',
  checkout: 'calm',
  'payment-pending': 'wait',
  'amount-mismatch': 'loss',
  confirmed: 'calm',
  visited: 'calm',
  cancelled: 'calm',
  expired: 'loss',
  released: 'calm',
  'too-late': 'loss',
}
