import { expect, importVisit, markDocument, pickExperience, test } from '../../support/fixtures.ts'

test('a review appears on every open page, with the new rating on page and card', async ({
  ann,
  bob,
  visitor,
  stack,
}) => {
  const { experienceId } = await pickExperience(stack)
  await importVisit(stack, 'ann', experienceId)
  for (const page of [ann, bob]) await page.goto(`/e/${experienceId}`)
  const title = await ann.getByRole('heading', { level: 1 }).textContent()
  await visitor.goto(`/find?q=${encodeURIComponent(title ?? '')}`)
  const card = visitor.locator('article', { has: visitor.locator(`a[href="/e/${experienceId}"]`) })
  const rating = card.getByText(/\breviews?\b/i).first()
  const before = await card.textContent()
  const isSameDocument = await markDocument(bob)
  const words = 'We came home with flour on our sleeves and a new word for bread.'

  await ann.getByRole('radio', { name: 'Wonderful' }).check({ force: true })
  await ann.getByLabel('In your words').fill(words)
  await ann.getByRole('button', { name: 'Send review' }).click()

  await expect(ann.getByText('Your review, published')).toBeVisible()
  const review = bob.locator('[data-review]', { hasText: words })
  await expect(review).toBeVisible()
  await expect(review.getByText('Verified visit')).toBeVisible()
  await expect.poll(() => card.textContent()).not.toBe(before)
  await expect(rating).toBeVisible()
  expect(await isSameDocument()).toBe(true)

  await ann.reload()
  await expect(ann.getByText('Your review, published')).toBeVisible()
  await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
})
