import { z } from 'zod'
import { id } from '../envelope.ts'
import { paymentRefusal } from '../events/payments.ts'
import { money } from '../money.ts'

/** `payment.<travellerId>__<bookingId>`, for that person only. */
export const payment = z.object({
  /** The id of the booking it is for. */
  paymentId: id,
  /** For all seats. */
  amount: money,
  /** `requested`: the checkout is being opened. `open`: it is available at `url`. */
  status: z.enum(['requested', 'open', 'closed', 'received', 'refund-requested', 'refunded']),
  /** The provider's page, while the checkout is open. */
  url: z.url().nullable(),
  /** The provider's code if the last card was declined. */
  declined: z.string().nullable(),
  /** Why the last checkout was closed, or that the refund was refused. */
  refused: paymentRefusal.or(z.literal('refund-refused')).nullable().default(null),
})
export type TravellerPayment = z.infer<typeof payment>

export const paymentFeed = (travellerId: string, paymentId: string) => `payment.${travellerId}__${paymentId}`
