/** Paying for held seats: waits for the hold to arrive, requests the payment, and waits for the page of the provider. */
import { type AnswerOf, isRefused, type RefusalOf, type Refused } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { RequestPayment } from '../domain/request-payment.ts'
import type { Hold } from '../views/holds.ts'
import type { PaymentBatcher } from '../views/project.ts'
import { createBoundedWait } from './bounded-wait.ts'

export interface Views {
  findHold(bookingId: string): Promise<Hold | undefined>
  readPayment(travellerId: string, paymentId: string): Promise<Versioned<TravellerPayment> | null>
}

/** How long a request waits for a hold to arrive from bookings, and for the provider to open a checkout. */
export interface WaitLimits {
  holdMs: number
  checkoutMs: number
}

type Outcome = AnswerOf<typeof payBooking> | Refused<RefusalOf<typeof payBooking>>
export type PayBooking = (bookingId: string, travellerId: string, meta: Meta) => Promise<Outcome>

interface Deps {
  batcher: PaymentBatcher
  views: Views
  waitLimits: WaitLimits
}

export function createPayBooking({ batcher, views, waitLimits }: Deps): PayBooking {
  const waitFor = createBoundedWait()

  /** Other people's bookings are refused like bookings that do not exist, and after the same time. */
  return async (bookingId, travellerId, meta) => {
    const isOwn = (hold: Hold | undefined) => hold?.travellerId === travellerId
    const hold = await waitFor(travellerId, () => views.findHold(bookingId), isOwn, waitLimits.holdMs)
    if (hold?.travellerId !== travellerId) return { refused: 'no-such-booking' }
    const answer = await batcher.execute(toCommand(hold), { meta })
    if (isRefused<RefusalOf<typeof payBooking>>(answer)) return answer
    const read = () => views.readPayment(travellerId, bookingId)
    const isAnswered = (known: Awaited<ReturnType<typeof read>>) => known?.data.status !== 'requested'
    const payment = await waitFor(travellerId, read, isAnswered, waitLimits.checkoutMs)
    return { payment: payment as Versioned<TravellerPayment> }
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
