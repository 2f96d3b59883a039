import type { Page } from '@playwright/test'
import { expectPhase, holdSeats, toCheckout, withAndWithoutJavaScript } from '../../support/booking.ts'
import { cards, expect, payWith, pickExperience, type Seat, scheduleSessionIn, test } from '../../support/fixtures.ts'

/** Holds expire within the test. */
test.use({ holdSeconds: 15 })

withAndWithoutJavaScript(() => {
  test('a late payment for seats that are gone is refunded completely', async ({ ann, stack, stripe, watcher }) => {
    const { experienceId } = await pickExperience(stack)
    const seat = { experienceId, sessionId: await scheduleSessionIn(stack, experienceId, 3_600_000) }
    const bookingId = await holdSeats(ann, seat)
    await toCheckout(ann)
    await stack.processes.stop('payments')
    try {
      await seatsAreFree(watcher, seat)
      await takeAll(watcher, seat)
      await payWith(ann, cards.good)
      await ann.waitForURL(`**/bookings/${bookingId}**`)
    } finally {
      await stack.processes.start('payments')
    }

    await expectPhase(ann, 'too-late')
    const refunds = async () =>
      (await stripe.state()).refunds.filter(({ metadata }) => metadata.paymentId === bookingId).length
    await expect.poll(refunds).toBe(1)
    await ann.goto(`/bookings/${bookingId}`)
    await expect(ann.getByText(/refunded\. Your bank/)).toBeVisible()
  })
})

test('a late payment for seats that are still free books them', async ({ ann, stack, stripe, watcher }) => {
  const seat = await pickExperience(stack)
  const bookingId = await holdSeats(ann, seat)
  await toCheckout(ann)
  await stack.processes.stop('payments')
  try {
    await seatsAreFree(watcher, seat)
    await payWith(ann, cards.good)
    await ann.waitForURL(`**/bookings/${bookingId}**`)
  } finally {
    await stack.processes.start('payments')
  }
  await expectPhase(ann, 'confirmed')
  expect((await stripe.state()).refunds.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
})

/** Waits until the hold has expired. */
async function seatsAreFree(page: Page, { experienceId, sessionId }: Seat): Promise<void> {
  await page.goto(`/e/${experienceId}`)
  await expect(page.locator(`[data-session="${sessionId}"]`)).toContainText(/[6-9] seats left|\d\d seats left/)
}

/** Holds all six seats as somebody else. */
async function takeAll(page: Page, { sessionId }: Seat): Promise<void> {
  await page.locator(`[data-session="${sessionId}"]`).click()
  for (let seats = 2; seats < 6; seats++) await page.getByRole('button', { name: 'One person more' }).click()
  await page.getByRole('button', { name: 'Hold 6 seats' }).click()
  await expect(page.locator('p', { hasText: 'You hold 6 seats' })).toBeVisible()
}
