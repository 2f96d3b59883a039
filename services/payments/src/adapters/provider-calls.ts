/** Calls to the provider: how each is made, and the event its answer becomes, in the transaction that removes the call. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Logger } from '@fernweh/kit/server/process/logger'
import {
  type CallEffect,
  type CallRunner,
  type DurableCall,
  requestCalls,
  runCalls,
} from '@fernweh/kit/server/third-parties/calls'
import { PermanentFailure, type ThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { decidePayment } from '../decide-payment.ts'
import type { PaymentCommand } from '../domain/decide.ts'
import type { PaymentState } from '../domain/payment.ts'
import type { CheckoutOf, Provider } from '../provider.ts'
import { type About, type CallData, type CallKind, callData, expireCall, later, lookCall } from '../views/calls.ts'
import { isHoldOver } from '../views/holds.ts'

export interface ProviderCalls {
  pool: Pool
  log: Logger
  provider: Provider
  thirdParty: ThirdParty
  /** With the call that had an effect. */
  afterCommit(call: DurableCall): void
}

export function runProviderCalls({ provider, ...options }: ProviderCalls): CallRunner {
  const perform: { [Kind in CallKind]: (data: CallData<Kind>) => Promise<CallEffect> } = {
    async open(wanted) {
      const { checkoutId, url } = await provider.openCheckout(wanted)
      return (tx) => record(tx, wanted, { type: 'record-opened', paymentId: wanted.paymentId, checkoutId, url })
    },
    async look(data) {
      const checkout = belonging(data, await provider.readCheckout(data.checkoutId))
      return (tx) => see(tx, data, checkout)
    },
    async expire(data) {
      const checkout = belonging(data, await provider.expireCheckout(data.checkoutId))
      return (tx) => see(tx, data, checkout)
    },
    async refund(data) {
      const { refundId } = await provider.refund(data)
      const { paymentId, amount } = data
      return (tx) => record(tx, data, { type: 'record-refunded', paymentId, amount, refundId })
    },
  }

  return runCalls({
    ...options,
    perform: ({ kind, data }) => dispatch(perform, kind as CallKind, data),
    givenUp(call, reason) {
      options.log.error({ call: call.name, reason }, 'the provider refuses')
      return (tx) => giveUp(tx, call)
    },
  })
}

function dispatch<Kind extends CallKind>(
  perform: { [K in CallKind]: (data: CallData<K>) => Promise<CallEffect> },
  kind: Kind,
  data: unknown,
): Promise<CallEffect> {
  return perform[kind](callData[kind].parse(data) as CallData<Kind>)
}

/** The provider keeps which payment a checkout is for; a webhook may claim another. */
function belonging({ paymentId }: About, checkout: CheckoutOf): CheckoutOf {
  if (checkout.paymentId === paymentId) return checkout
  throw new PermanentFailure(`checkout ${checkout.checkoutId} is not for ${paymentId}`)
}

/** A checkout that is still open is looked at again, or closed when the seats are not held any more. */
async function see(tx: Transaction, about: About, checkout: CheckoutOf): Promise<void> {
  const { paymentId, meta } = about
  const isOver = await isHoldOver(tx, paymentId)
  const payment = await record(tx, about, { type: 'record-checkout', paymentId, checkout, isHoldOver: isOver })
  if (payment?.status !== 'open') return
  await tx.query(requestCalls([isOver ? expireCall(payment, meta, { due: later() }) : lookCall(payment, meta)]))
}

/** A refund that is refused stays requested: the audit says so until somebody has looked after it. */
async function giveUp(tx: Transaction, { kind, data }: DurableCall): Promise<void> {
  if (kind === 'refund') return
  const { checkoutId = null, ...about } = data as About & { checkoutId?: string }
  await record(tx, about, { type: 'record-refused', paymentId: about.paymentId, checkoutId })
}

async function record(tx: Transaction, { meta }: About, command: PaymentCommand): Promise<PaymentState> {
  return decidePayment(tx, command, meta)
}
