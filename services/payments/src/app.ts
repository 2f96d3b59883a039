/** What a traveller may ask, composed from the clerk, which decides, and the views, which answer. */
import { type AnswerOf, isRefused, type RefusalOf, type Refused } from '@fernweh/contracts/api/operation'
import type { getPayment, payBooking } from '@fernweh/contracts/api/payments'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { RequestPayment } from './domain/request-payment.ts'
import type { PaymentClerk } from './payment-rules.ts'
import type { Hold } from './views/holds.ts'
import { createWaiting } from './waiting.ts'

export interface Views {
  hold(bookingId: string): Promise<Hold | undefined>
  payment(travellerId: string, paymentId: string): Promise<Versioned<TravellerPayment> | null>
}

/** Milliseconds: what is heard, and what the provider says, may be on its way. */
export interface Patience {
  forHold: number
  forCheckout: number
}

export type Payments = ReturnType<typeof createPayments>

export function createPayments({ clerk, views, patience }: { clerk: PaymentClerk; views: Views; patience: Patience }) {
  const soon = createWaiting()

  return {
    /** Other people's bookings are answered like bookings that never were, and as late. */
    async payBooking(
      bookingId: string,
      travellerId: string,
      meta: Meta,
    ): Promise<AnswerOf<typeof payBooking> | Refused<RefusalOf<typeof payBooking>>> {
      const isOwn = (hold: Hold | undefined) => hold?.travellerId === travellerId
      const hold = await soon(travellerId, () => views.hold(bookingId), isOwn, patience.forHold)
      if (hold?.travellerId !== travellerId) return { refused: 'no-such-booking' }
      const decided = await clerk.execute(toCommand(hold), { meta })
      if (isRefused<RefusalOf<typeof payBooking>>(decided)) return decided
      const read = () => views.payment(travellerId, bookingId)
      const hasMoved = (known: Awaited<ReturnType<typeof read>>) => known?.data.status !== 'requested'
      const payment = await soon(travellerId, read, hasMoved, patience.forCheckout)
      return { payment: payment as Versioned<TravellerPayment> }
    },

    async getPayment(bookingId: string, travellerId: string): Promise<AnswerOf<typeof getPayment>> {
      return { payment: await views.payment(travellerId, bookingId) }
    },
  }
}

function toCommand({ bookingId, title, price, ...hold }: Hold): RequestPayment {
  const { sessionId, travellerId, experienceId, seats, expiresAt: holdExpiresAt } = hold
  const amount = { amount: price.amount * seats, currency: price.currency }
  return {
    type: 'request-payment',
    paymentId: bookingId,
    payment: {
      paymentId: bookingId,
      sessionId,
      travellerId,
      experienceId,
      title: title ?? 'Your booking',
      seats,
      amount,
      holdExpiresAt,
    },
    isHoldOver: hold.status !== 'held',
  }
}
