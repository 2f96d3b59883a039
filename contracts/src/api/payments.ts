import { z } from 'zod'
import { id } from '../envelope.ts'
import { versioned } from '../feeds/feed.ts'
import { payment } from '../feeds/payments.ts'
import { operation } from './operation.ts'

/**
 * Opens a checkout for held seats of the person of the identity; repeated calls return the same one. The answer waits a few
 * seconds for the provider's page (`open`); after that it is pushed on the feed.
 */
export const payBooking = operation({
  name: 'POST /bookings/:bookingId/pay',
  params: z.object({ bookingId: id }),
  answer: z.object({ payment: versioned(payment) }),
  refusals: ['no-such-booking', 'hold-ended', 'already-paid'],
})

/** Null before the first payment attempt. For the person of the identity only. */
export const getPayment = operation({
  name: 'GET /bookings/:bookingId/payment',
  params: z.object({ bookingId: id }),
  answer: z.object({ payment: versioned(payment).nullable() }),
})
