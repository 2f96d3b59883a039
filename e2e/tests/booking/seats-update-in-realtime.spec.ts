import { expect, holdTwoSeats, markDocument, pickExperience, test } from '../../support/fixtures.ts'

test('bob sees fewer seats as ann holds them, without a reload', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const seats = bob.locator(`[data-session="${sessionId}"]`)
  const before = Number.parseInt(
    (await seats
      .getByText(/seats? left/)
      .first()
      .textContent()) ?? '',
    10,
  )
  const isSameDocument = await markDocument(bob)

  await holdTwoSeats(ann, sessionId)
  await expect(seats).toContainText(`${before - 2} seats left`)
  expect(await isSameDocument()).toBe(true)
})
