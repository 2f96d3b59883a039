import { getPayment, payBooking } from '@fernweh/contracts/api/payments'
import { route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { IRouter } from 'express'
import type { PayBooking, Views } from '../commands/pay-booking.ts'

interface Deps extends Pick<Views, 'readPayment'> {
  payBooking: PayBooking
}

export function servePayments(router: IRouter, { payBooking: pay, readPayment }: Deps): void {
  route(router, payBooking, (request) => {
    const { bookingId } = request.params
    const travellerId = requireIdentity(request).sub
    const meta = { correlationId: request.key ?? bookingId, actor: travellerId, traceparent: request.trace }
    return pay(bookingId, travellerId, meta)
  })

  route(router, getPayment, async (request) => {
    const travellerId = requireIdentity(request).sub
    return { payment: await readPayment(travellerId, request.params.bookingId) }
  })
}
