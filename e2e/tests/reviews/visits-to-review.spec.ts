import { waitUntilSettled } from '../../support/all-pages.ts'
import { writeReview } from '../../support/booking.ts'
import { expect, test } from '../../support/fixtures.ts'

const LONG = 'We walked along the harbour until the lamps came on, and nobody wanted to go home. '.repeat(8).trim()

test('the first people of the demo have visits to review; a link leads there until the review is written', async ({
  ann,
  bob,
}) => {
  const toReview = ann.getByRole('link', { name: 'Review it' })
  for (const page of [ann, bob]) {
    await page.goto('/bookings')
    // Three of the demo; other stories may have added visits.
    await expect(page.getByRole('link', { name: 'Review it' }).nth(2)).toBeVisible()
  }
  const before = await toReview.count()
  const visit = ann.locator('[data-booking]', { has: toReview }).first()
  const bookingId = await visit.getAttribute('data-booking')
  await visit.getByRole('link', { name: 'Review it' }).click()
  await ann.waitForURL(`/bookings/${bookingId}#review`)
  await waitUntilSettled(ann)
  await writeReview(ann, LONG)
  await expect(ann.getByText('Your review, published')).toBeVisible()
  await ann.goto('/bookings')
  await expect(ann.locator(`[data-booking="${bookingId}"]`)).toBeVisible()
  await expect(toReview).toHaveCount(before - 1)
})

test('a long review folds, and is whole without JavaScript', async ({ bob, browser, stack }) => {
  await bob.goto('/bookings')
  await bob.getByRole('link', { name: 'Review it' }).first().click()
  await bob.waitForURL(/#review$/)
  await waitUntilSettled(bob)
  await writeReview(bob, LONG)
  await expect(bob.getByText('Your review, published')).toBeVisible()
  const heights = []
  for (const javaScriptEnabled of [true, false]) {
    const page = await browser.newPage({ baseURL: stack.url, javaScriptEnabled })
    await page.goto('/people/bob')
    const height = async () => (await page.getByText(LONG).boundingBox())?.height ?? 0
    const more = page.getByRole('button', { name: 'Read more' })
    if (javaScriptEnabled) {
      await expect(more).toHaveAttribute('aria-expanded', 'false')
      heights.push(await height())
      await more.click()
      await expect(page.getByRole('button', { name: 'Show less' })).toHaveAttribute('aria-expanded', 'true')
    } else await expect(more).toHaveCount(0)
    heights.push(await height())
    await page.close()
  }
  const [folded = 0, open = 0, withoutScript] = heights
  expect(open).toBeGreaterThan(folded)
  expect(withoutScript).toBe(open)
})
