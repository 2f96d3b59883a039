import { readEvent } from '@fernweh/contracts/events/define-event'
import { paymentsEvents } from '@fernweh/contracts/events/payments'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import {
  type AuditCheck,
  checkDelivery,
  inSnapshot,
  readWholeLog,
  viewEqualsRebuild,
} from '@fernweh/kit/server/event-log/audit'
import { evolve, type PaymentState } from './domain/payment.ts'
import { type PaymentRow, toPaymentRow } from './views/payments.ts'

/** Time for an event to reach bookings, and for the event it causes there to come back. */
const MAX_DELAY_SECONDS = 30

export async function auditPayments(pool: Pool): Promise<AuditCheck[]> {
  const checks = await inSnapshot(pool, async (tx) => [
    ...(await moneyChecks(tx)),
    await unpaidCheck(tx),
    await rebuildCheck(tx),
  ])
  return [...checks, ...(await checkDelivery(pool))]
}

async function moneyChecks(tx: Transaction): Promise<AuditCheck[]> {
  const { rows } = await tx.query<Record<'payments' | 'kept' | 'stuck' | 'unseen', number>>(
    `with since as (
      select stream, max(at) as at from events group by stream
    ), known as (
      select payment_id, payments.status, refused, holds.status as seats,
        since.at < clock_timestamp() - make_interval(secs => $1) as settled,
        exists (select from calls where name = 'refund.' || payment_id) as refunding,
        exists (select from calls where name in ('open.' || payment_id, 'look.' || payment_id, 'expire.' || payment_id)) as asked
      from payments left join since on stream = 'payment.' || payment_id left join holds on booking_id = payment_id
    )
    select count(*) as payments,
      count(*) filter (where status = 'received' and seats is distinct from 'confirmed' and settled) as kept,
      count(*) filter (where status = 'refund-requested' and (refused is not null or not refunding)) as stuck,
      count(*) filter (where status in ('requested', 'open') and not asked) as unseen
    from known`,
    [MAX_DELAY_SECONDS],
  )
  const { payments = 0, kept = 0, stuck = 0, unseen = 0 } = rows[0] ?? {}
  const check = (name: string, wrong: number): AuditCheck => ({
    name,
    ok: wrong === 0,
    detail: `${wrong} of ${payments} payments`,
  })
  return [
    check(`what was received for ${MAX_DELAY_SECONDS} s has a booking or goes back`, kept),
    check('every refund is made or will be, and none is refused', stuck),
    check('every checkout is waited for', unseen),
  ]
}

/** Begins with the bookings: one may have been confirmed for a payment that never was. */
async function unpaidCheck(tx: Transaction): Promise<AuditCheck> {
  const { rows } = await tx.query<{ confirmed: number; unpaid: number }>(
    `select count(*) as confirmed, count(*) filter (where payments.status is distinct from 'received') as unpaid
    from holds left join payments on payment_id = booking_id where holds.status = 'confirmed' and holds.amount > 0`,
  )
  const { confirmed = 0, unpaid = 0 } = rows[0] ?? {}
  return {
    name: 'no booking is confirmed whose payment was not received',
    ok: unpaid === 0,
    detail: `${unpaid} of ${confirmed} bookings`,
  }
}

async function rebuildCheck(tx: Transaction): Promise<AuditCheck> {
  const states = new Map<string, PaymentState>()
  for await (const envelope of readWholeLog(tx)) {
    states.set(envelope.subject, evolve(states.get(envelope.subject) ?? null, readEvent(paymentsEvents, envelope)))
  }
  const rebuilt = [...states.values()].flatMap((payment) => (payment ? [toPaymentRow(payment)] : []))
  const { rows } = await tx.query<PaymentRow>(
    `select payment_id, traveller_id, session_id, amount, currency, status, checkout_id, url, declined, refused from payments`,
  )
  return viewEqualsRebuild('payments', rows, rebuilt)
}
