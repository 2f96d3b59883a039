import type { Page } from '@playwright/test'
import { anExperience, aSessionSoon, expect, test, visit } from '../fernweh.ts'
import { book, withAndWithoutJavaScript } from '../journey.ts'

async function write(page: Page, words: string): Promise<void> {
  await page.getByRole('radio', { name: 'Very good' }).check({ force: true })
  await page.getByLabel('In your words').fill(words)
  await page.getByRole('button', { name: 'Send review' }).click()
}

withAndWithoutJavaScript(() => {
  test('who was there writes once, whatever is open; who was not is told who may', async ({
    ann,
    bob,
    stack,
    javaScriptEnabled,
  }) => {
    const { experienceId } = await anExperience(stack, javaScriptEnabled ? 17 : 18)
    await visit(stack, 'ann', experienceId)
    const otherTab = await ann.context().newPage()
    for (const page of [ann, otherTab, bob]) await page.goto(`/e/${experienceId}`)
    await expect(bob.getByText('people who booked here and have been there')).toBeVisible()
    await expect(bob.getByRole('button', { name: 'Send review' })).toHaveCount(0)

    await write(ann, 'The soup was better than promised.')
    await expect(ann.locator('[data-review]', { hasText: 'The soup' }).getByText('Verified visit')).toBeVisible()
    await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
    await write(otherTab, 'Written in another tab.')
    await expect(otherTab.getByText('You have reviewed this visit before')).toBeVisible()

    await expect(async () => {
      await bob.reload()
      await expect(bob.getByText('The soup')).toBeVisible({ timeout: 500 })
    }).toPass()
    await expect(bob.getByText('Written in another tab.')).toHaveCount(0)
  })
})

test('a booking that is open when its visit ends invites by itself', async ({ ann, stack }) => {
  const { experienceId } = await anExperience(stack, 16)
  await book(ann, { experienceId, sessionId: await aSessionSoon(stack, experienceId, 15_000) })
  await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
  await expect(ann.getByRole('button', { name: 'Send review' })).toBeVisible({ timeout: 30_000 })
  await write(ann, 'We left with paint on our elbows and no wish to wash it off.')
  await expect(ann.getByText('Yours, published')).toBeVisible()
})
