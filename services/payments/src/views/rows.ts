/** The row of a payment as the domain's state makes it; the audit rebuilds it by the same function. */
import type { Payment } from '../domain/payment.ts'

export type PaymentRow = ReturnType<typeof toPaymentRow>

export function toPaymentRow({ paymentId, travellerId, sessionId, amount, ...rest }: Payment) {
  return {
    payment_id: paymentId,
    traveller_id: travellerId,
    session_id: sessionId,
    amount: amount.amount,
    currency: amount.currency,
    status: rest.status,
    checkout_id: rest.checkoutId,
    url: rest.url,
    declined: rest.declined,
  }
}
