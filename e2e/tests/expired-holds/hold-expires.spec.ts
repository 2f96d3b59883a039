import { expect, pickExperience, seatsLeft, test } from '../../support/fixtures.ts'

/** Long enough for all that is expected of the hold on a slow machine; it expires within the test. */
test.use({ holdSeconds: 20 })

test('an expired hold frees its seats on every open page and is shown as expired', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const seats = seatsLeft(bob, sessionId)
  const before = (await seats.textContent()) as string

  await ann.locator(`[data-session="${sessionId}"]`).click()
  await ann.getByRole('button', { name: 'Hold 2 seats' }).click()
  await expect(seats).not.toHaveText(before)
  const bookingId = await ann.locator('[data-booking]').getAttribute('data-booking')
  const timeLeft = ann.locator('header').getByRole('timer')
  await expect(timeLeft).toHaveText(/^0:\d\d$/)
  await expect(ann).toHaveTitle(/^0:\d\d · /)
  await ann.goto('/bookings')
  const booking = ann.locator(`[data-booking="${bookingId}"]`)
  await expect(booking).toHaveAttribute('data-status', 'held')

  await expect(booking).toHaveAttribute('data-status', 'expired')
  // She may hold other seats for longer.
  await expect(timeLeft.filter({ hasText: /^0:/ })).toHaveCount(0)
  await expect(ann).not.toHaveTitle(/^0:/)
  await expect(seats).toHaveText(before)
})
