import type { Page } from '@playwright/test'
import { anExperience, aSessionSoon, cards, expect, payWith, type Seat, test } from '../fernweh.ts'
import { hold, isShown, toCheckout, withAndWithoutJavaScript } from '../journey.ts'

withAndWithoutJavaScript(() => {
  test('money for seats that somebody else has by now goes back, all of it', async ({
    ann,
    stack,
    stripe,
    watcher,
  }) => {
    const { experienceId } = await anExperience(stack, 6)
    const seat = { experienceId, sessionId: await aSessionSoon(stack, experienceId, 3_600_000) }
    const bookingId = await hold(ann, seat)
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

    await isShown(ann, 'too-late')
    const refunds = async () =>
      (await stripe.saw()).refunds.filter(({ metadata }) => metadata.paymentId === bookingId).length
    await expect.poll(refunds, { timeout: 20_000 }).toBe(1)
    await ann.goto(`/bookings/${bookingId}`)
    await expect(ann.getByText('were given back')).toBeVisible({ timeout: 20_000 })
  })
})

test('money that comes late for seats that are still free books them', async ({ ann, stack, stripe, watcher }) => {
  const seat = await anExperience(stack, 7)
  const bookingId = await hold(ann, seat)
  await toCheckout(ann)
  await stack.processes.stop('payments')
  try {
    await seatsAreFree(watcher, seat)
    await payWith(ann, cards.good)
    await ann.waitForURL(`**/bookings/${bookingId}**`)
  } finally {
    await stack.processes.start('payments')
  }
  await isShown(ann, 'confirmed')
  expect((await stripe.saw()).refunds.filter(({ metadata }) => metadata.paymentId === bookingId)).toEqual([])
})

/** The hold has run out. */
async function seatsAreFree(page: Page, { experienceId, sessionId }: Seat): Promise<void> {
  await page.goto(`/e/${experienceId}`)
  await expect(page.locator(`[data-session="${sessionId}"]`)).toContainText(/[6-9] seats left|\d\d seats left/, {
    timeout: 20_000,
  })
}

/** All six seats, by somebody who is quicker. */
async function takeAll(page: Page, { sessionId }: Seat): Promise<void> {
  await page.locator(`[data-session="${sessionId}"]`).click()
  for (let seats = 2; seats < 6; seats++) await page.getByRole('button', { name: 'One more' }).click()
  await page.getByRole('button', { name: 'Hold 6 seats' }).click()
  await expect(page.locator('p', { hasText: 'You hold 6 seats' })).toBeVisible()
}
