import { anExperience, expect, holdTwoSeats, markDocument, test } from '../fernweh.ts'

test('bob sees the seats go while ann holds them, without a reload', async ({ ann, bob, stack }) => {
  const { experienceId, sessionId } = await anExperience(stack, 0)
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
