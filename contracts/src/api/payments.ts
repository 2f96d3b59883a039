import { z } from 'zod'
import { id } from '../envelope.ts'
import { versioned } from '../feeds/feed.ts'
import { payment } from '../feeds/payments.ts'
import { operation } from './operation.ts'

/**
 * Asks for a checkout of held seats, for the person of the identity; asking again gives the same one. The answer waits a
 * few seconds for the provider's page (`open`); later than that it is told by the feed.
 */
export const payBooking = operation({
  name: 'POST /bookings/:bookingId/pay',
  params: z.object({ bookingId: id }),
  answer: z.object({ payment: versioned(payment) }),
  refusals: ['no-such-booking', 'hold-ended', 'already-paid'],
})

/** Null while nobody has asked to pay. Of the person of the identity only. */
export const getPayment = operation({
  name: 'GET /bookings/:bookingId/payment',
  params: z.object({ bookingId: id }),
  answer: z.object({ payment: versioned(payment).nullable() }),
})
