import { anExperience, expect, holdTwoSeats, seatsLeft, test } from '../fernweh.ts'

test('ann holds seats with a timer she can see, finds them under her holds, and gives them back', async ({
  ann,
  bob,
  stack,
}) => {
  const { experienceId, sessionId } = await anExperience(stack, 1)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const seats = seatsLeft(bob, sessionId)
  const before = (await seats.textContent()) as string

  await holdTwoSeats(ann, sessionId)
  await expect(seats).not.toHaveText(before)

  await ann.getByRole('link', { name: 'My holds' }).first().click()
  await expect(ann).toHaveURL('/holds')
  const hold = ann.locator('[data-hold][data-status="held"]').first()
  await expect(hold.getByRole('timer')).toHaveText(/^(10:00|9:\d\d) left$/)

  await hold.getByRole('button', { name: 'Release 2 seats' }).click()
  await expect(ann.locator('[data-hold][data-status="released"]').first()).toBeVisible()
  await expect(seats).toHaveText(before)
})

test('a hold that is not hers cannot be released', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await anExperience(stack, 2)
  await ann.goto(`/e/${experienceId}`)
  await holdTwoSeats(ann, sessionId)
  await ann.goto('/holds')
  const holdId = await ann.locator('[data-hold][data-status="held"]').first().getAttribute('data-hold')

  const answer = await bob.evaluate(async (id) => {
    const response = await fetch(`/api/bookings/holds/${id}`, {
      method: 'DELETE',
      headers: { 'x-fernweh': '1', 'idempotency-key': 'bobs-attempt-1' },
    })
    return { status: response.status, body: await response.json() }
  }, holdId)

  expect(answer).toEqual({ status: 409, body: { refused: 'no-such-hold' } })
  await ann.reload()
  await expect(ann.locator(`[data-hold="${holdId}"]`)).toHaveAttribute('data-status', 'held')
})
