import { expect, test } from 'vitest'
import type { Hold } from '../views/holds.ts'
import type { PaymentBatcher } from '../views/project.ts'
import { createPayBooking } from './pay-booking.ts'

const batcher = { execute: () => Promise.reject(new Error('nothing may be decided')) } as unknown as PaymentBatcher

test.each([
  ['do not exist', undefined],
  ['somebody else holds', { travellerId: 'bob' } as Hold],
])('seats that %s are refused only after the wait limit, so that timing reveals nothing', async (_whose, hold) => {
  let reads = 0
  const views = {
    findHold: async () => {
      reads += 1
      return hold
    },
    readPayment: async () => null,
  }
  const payBooking = createPayBooking({ batcher, views, waitLimits: { holdMs: 100, checkoutMs: 0 } })
  expect(await payBooking('b1', 'ann', { correlationId: 'c1' })).toEqual({ refused: 'no-such-booking' })
  expect(reads).toBeGreaterThan(1)
})
