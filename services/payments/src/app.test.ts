import { expect, test } from 'vitest'
import { createPayments } from './app.ts'
import type { PaymentClerk } from './payment-rules.ts'
import type { Hold } from './views/holds.ts'

const clerk = { execute: () => Promise.reject(new Error('nobody may decide this')) } as unknown as PaymentClerk

test.each([
  ['nobody', undefined],
  ['somebody else', { travellerId: 'bob' } as Hold],
])('seats of %s are looked for until the time is over, so that the time tells nothing', async (_whose, hold) => {
  let looks = 0
  const views = {
    hold: async () => {
      looks += 1
      return hold
    },
    payment: async () => null,
  }
  const payments = createPayments({ clerk, views, patience: { forHold: 100, forCheckout: 0 } })
  expect(await payments.payBooking('b1', 'ann', { correlationId: 'c1' })).toEqual({ refused: 'no-such-booking' })
  expect(looks).toBeGreaterThan(1)
})
