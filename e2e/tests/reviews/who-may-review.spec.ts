import { withAndWithoutJavaScript, writeReview } from '../../support/booking.ts'
import { expect, importVisit, pickExperience, test } from '../../support/fixtures.ts'

/** As in visit-then-review, so that bookings need not restart. */
test.use({ visitSeconds: 1 })

withAndWithoutJavaScript(() => {
  test('a visitor reviews once, also from two tabs; others are told who may review', async ({ ann, bob, stack }) => {
    const { experienceId } = await pickExperience(stack)
    await importVisit(stack, 'ann', experienceId)
    const otherTab = await ann.context().newPage()
    for (const page of [ann, otherTab, bob]) await page.goto(`/e/${experienceId}`)
    await expect(bob.getByText('people who booked here and went')).toBeVisible()
    await expect(bob.getByRole('button', { name: 'Send review' })).toHaveCount(0)

    await writeReview(ann, 'The soup was better than promised.')
    await expect(ann.locator('[data-review]', { hasText: 'The soup' }).getByText('Verified visit')).toBeVisible()
    await expect(ann.getByRole('button', { name: 'Send review' })).toHaveCount(0)
    await writeReview(otherTab, 'Written in another tab.')
    await expect(otherTab.getByText('You have already reviewed this visit')).toBeVisible()

    await expect(async () => {
      await bob.reload()
      await expect(bob.getByText('The soup')).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await expect(bob.getByText('Written in another tab.')).toHaveCount(0)
  })
})
