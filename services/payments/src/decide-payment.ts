import { isRefused } from '@fernweh/contracts/api/operation'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import type { PaymentCommand } from './domain/decide.ts'
import type { PaymentState } from './domain/payment.ts'
import { paymentRules } from './payment-rules.ts'

/** Decides a command that may not be refused, in the transaction of its cause; returns the payment as it leaves it. */
export async function decidePayment(tx: Transaction, command: PaymentCommand, meta: Meta): Promise<PaymentState> {
  const { answers, streams } = await decideAll(tx, paymentRules, [{ command, meta }])
  const [answer] = answers
  if (isRefused(answer)) throw new Error(`${command.type} of ${command.paymentId} was refused: ${answer.refused}`)
  return streams.get(paymentRules.streamOf(command))?.state ?? null
}
