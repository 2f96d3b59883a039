/** Makes the calls to the provider. The answer becomes an event in the transaction that removes the call. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Logger } from '@fernweh/kit/server/process/logger'
import {
  type CallEffect,
  type CallRunner,
  type DurableCall,
  requestCalls,
  runCalls,
} from '@fernweh/kit/server/third-parties/calls'
import { PermanentFailure, type ThirdParty } from '@fernweh/kit/server/third-parties/third-party'
import { type PaymentCommand, streamOf } from '../domain/decider.ts'
import type { PaymentState } from '../domain/payment.ts'
import { AmountNotTaken, type Provider, type ProviderCheckout } from '../domain/provider.ts'
import { isHoldOver } from '../views/holds.ts'
import { projectedDecider } from '../views/project.ts'
import {
  type CallData,
  type CallKind,
  type CallSubject,
  callData,
  expireCall,
  later,
  lookCall,
  refundAgainCall,
} from '../views/provider-calls.ts'

export interface ProviderCalls {
  pool: Pool
  log: Logger
  provider: Provider
  thirdParty: ThirdParty
  /** Called with each call that took effect. */
  afterCommit(call: DurableCall): void
}

export function runProviderCalls({ provider, ...options }: ProviderCalls): CallRunner {
  const perform: { [Kind in CallKind]: (data: CallData<Kind>) => Promise<CallEffect> } = {
    async open(data) {
      const { checkoutId, url } = await provider.openCheckout(data)
      return (tx) => record(tx, data, { type: 'record-opened', paymentId: data.paymentId, checkoutId, url })
    },
    async look(data) {
      const checkout = checkPayment(data, await provider.readCheckout(data.checkoutId))
      return (tx) => recordCheckout(tx, data, checkout)
    },
    async expire(data) {
      const checkout = checkPayment(data, await provider.expireCheckout(data.checkoutId))
      return (tx) => recordCheckout(tx, data, checkout)
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
    givenUp(call, failure) {
      options.log.error({ call: call.name, reason: failure.message }, 'provider refused the call, refusal recorded')
      return (tx) => recordFailure(tx, call, failure)
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

/** The provider stores which payment a checkout is for; a webhook may claim another. */
function checkPayment({ paymentId }: CallSubject, checkout: ProviderCheckout): ProviderCheckout {
  if (checkout.paymentId === paymentId) return checkout
  throw new PermanentFailure(`checkout ${checkout.checkoutId} is not for payment ${paymentId}`)
}

/** A checkout that is still open is read again later, or expired once the seats are no longer held. */
async function recordCheckout(tx: Transaction, subject: CallSubject, checkout: ProviderCheckout): Promise<void> {
  const { paymentId, meta } = subject
  const isOver = await isHoldOver(tx, paymentId)
  const payment = await record(tx, subject, { type: 'record-checkout', paymentId, checkout, isHoldOver: isOver })
  if (payment?.status !== 'open') return
  await tx.query(requestCalls([isOver ? expireCall(payment, meta, { due: later() }) : lookCall(payment, meta)]))
}

async function recordFailure(tx: Transaction, { kind, data }: DurableCall, { cause }: PermanentFailure): Promise<void> {
  const { checkoutId = null, ...subject } = data as CallSubject & { checkoutId?: string }
  const { paymentId, meta } = subject
  if (kind === 'refund') {
    const payment = await record(tx, subject, { type: 'record-refund-refused', paymentId })
    if (payment?.status === 'refund-requested') await tx.query(requestCalls([refundAgainCall(payment, meta)]))
    return
  }
  const refusal = cause instanceof AmountNotTaken ? cause.refusal : kind === 'open' ? 'not-accepted' : 'checkout-gone'
  await record(tx, subject, { type: 'record-refused', paymentId, checkoutId, refusal })
}

async function record(tx: Transaction, { meta }: CallSubject, command: PaymentCommand): Promise<PaymentState> {
  const { streams } = await decideAll(tx, projectedDecider, [{ command, meta }])
  return streams.get(streamOf(command.paymentId))?.state ?? null
}
