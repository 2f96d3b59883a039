import type { Page } from '@playwright/test'
import { bookSeats, withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, importVisit, pickExperience, scheduleSessionIn, test } from '../../support/fixtures.ts'

/** A visit ends a second after its start. */
test.use({ visitSeconds: 1 })

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('radio', { name: 'Very good' }).check({ force: true })
  await page.getByLabel('In your words').fill(words)
  await page.getByRole('button', { name: 'Send review' }).click()
}

withAndWithoutJavaScript(() => {
  test('a visitor reviews once, also from two tabs; others are told who may review', async ({ ann, bob, stack }) => {
    const { experienceId } = await pickExperience(stack)
    await importVisit(stack, 'ann', experienceId)
    const otherTab = await ann.context().newPage()
    for (const page of [ann, otherTab, bob]) await page.goto(`/e/${experienceId}`)
    await expect(bob.getByText('people who booked here and went')).toBeVisible()
    await expect(bob.getByRole('button', { name: 'Send review' })).toHaveCount(0)

    await write(ann, 'The soup was better than promised.')
    await expect(ann.locator('[data-review]', { hasText: 'The soup' }).getByText('Verified visit')).toBeVisible()
    await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
    await write(otherTab, 'Written in another tab.')
    await expect(otherTab.getByText('You have already reviewed this visit')).toBeVisible()

    await expect(async () => {
      await bob.reload()
      await expect(bob.getByText('The soup')).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect(bob.getByText('Written in another tab.')).toHaveCount(0)
  })
})

test('an open booking page offers the review form when the visit ends', async ({ ann, stack }) => {
  const { experienceId } = await pickExperience(stack)
  await bookSeats(ann, { experienceId, sessionId: await scheduleSessionIn(stack, experienceId, 30_000) })
  await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
  await expect(ann.getByRole('button', { name: 'Send review' })).toBeVisible()
  await write(ann, 'We left with paint on our elbows and no wish to wash it off.')
  await expect(ann.getByText('Your review, published')).toBeVisible()
})
