import { getPayment, payBooking } from '@fernweh/contracts/api/payments'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { IRouter } from 'express'
import type { Payments } from '../app.ts'

export function servePayments(router: IRouter, payments: Payments): void {
  route(router, payBooking, (asked) => {
    const { bookingId } = asked.params
    const actor = requireIdentity(asked).sub
    const meta = { correlationId: asked.key ?? bookingId, actor, traceparent: asked.trace }
    return payments.payBooking(bookingId, actor, meta)
  })
  route(router, getPayment, (asked) => payments.getPayment(asked.params.bookingId, requireIdentity(asked).sub))
}
