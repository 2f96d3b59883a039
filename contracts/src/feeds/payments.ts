import { z } from 'zod'
import { id } from '../envelope.ts'
import { money } from '../money.ts'

/** `payment.<travellerId>__<bookingId>`, for that person only. */
export const payment = z.object({
  /** The id of the booking it is for. */
  paymentId: id,
  /** For all seats. */
  amount: money,
  /** `requested`: the provider is being asked for a checkout. `open`: it waits at `url`. */
  status: z.enum(['requested', 'open', 'closed', 'received', 'refund-requested', 'refunded']),
  /** The provider's page, while it is open. */
  url: z.url().nullable(),
  /** The last card was refused, by the provider's code. */
  declined: z.string().nullable(),
})
export type Payment = z.infer<typeof payment>

export const paymentFeed = (travellerId: string, paymentId: string) => `payment.${travellerId}__${paymentId}`
