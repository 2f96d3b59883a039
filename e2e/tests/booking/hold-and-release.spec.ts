import { expect, holdTwoSeats, pickExperience, seatsLeft, test } from '../../support/fixtures.ts'

test('ann holds seats, sees the countdown under her bookings, and releases them', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const seats = seatsLeft(bob, sessionId)
  const before = (await seats.textContent()) as string

  await holdTwoSeats(ann, sessionId)
  await expect(seats).not.toHaveText(before)
  const bookingId = await ann.locator('[data-booking]').first().getAttribute('data-booking')

  await ann.goto('/')
  await expect(ann.locator('header').getByRole('timer')).toHaveText(/^\d+:\d\d$/)
  await expect(ann).toHaveTitle(/^\d+:\d\d · Fernweh/)

  await ann.getByRole('link', { name: 'Bookings' }).first().click()
  await expect(ann).toHaveURL('/bookings')
  const hold = ann.locator(`[data-booking="${bookingId}"]`)
  await expect(hold.getByRole('timer')).toHaveText(/^(10:00|9:\d\d) left$/)

  await hold.getByRole('button', { name: 'Release 2 seats' }).click()
  await expect(hold).toHaveAttribute('data-status', 'released')
  await expect(seats).toHaveText(before)
})

test('bob cannot release the hold of ann', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}`)
  await holdTwoSeats(ann, sessionId)
  await ann.goto('/bookings')
  const bookingId = await ann.locator('[data-booking][data-status="held"]').first().getAttribute('data-booking')

  await bob.goto('/bookings')
  const answer = await bob.evaluate(async (id) => {
    const response = await fetch(`/api/bookings/bookings/${id}/release`, {
      method: 'POST',
      headers: { 'x-fernweh': '1', 'idempotency-key': 'bobs-attempt-1' },
    })
    return { status: response.status, body: await response.json() }
  }, bookingId)

  expect(answer).toEqual({ status: 409, body: { refused: 'no-such-booking' } })
  await ann.reload()
  await expect(ann.locator(`[data-booking="${bookingId}"]`)).toHaveAttribute('data-status', 'held')
})

test('on a phone the new hold is scrolled into view and not covered', async ({ ann, stack }) => {
  await ann.setViewportSize({ width: 390, height: 850 })
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}`)
  await ann.locator(`[data-session="${sessionId}"]`).click()
  const button = ann.getByRole('button', { name: 'Hold 2 seats' })
  const edge = (await button.boundingBox())?.y as number
  // The new hold would appear right behind the fixed bar: inside the window, but covered.
  await ann
    .getByRole('link', { name: 'Later dates' })
    .evaluate((link, edge) => scrollBy({ top: link.getBoundingClientRect().bottom - edge, behavior: 'instant' }), edge)
  await button.click()
  const pay = ann.getByRole('link', { name: 'To payment' })
  await expect(pay).toBeInViewport()
  const isOnTop = () =>
    pay.evaluate((link) => {
      const { left, top, width, height } = link.getBoundingClientRect()
      const host = link.getRootNode() as Document | ShadowRoot
      return link.contains(host.elementFromPoint(left + width / 2, top + height / 2))
    })
  await expect.poll(isOnTop).toBe(true)
})
