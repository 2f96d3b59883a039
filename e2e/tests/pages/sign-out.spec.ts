import { withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, pickExperience, test } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('who signs out is told so, on the same page', async ({ ann, stack }) => {
    const path = `/e/${(await pickExperience(stack)).experienceId}`
    const told = ann.getByText('You are signed out.')
    await ann.goto(path)
    await expect(told).toHaveCount(0)
    await ann.getByRole('button', { name: 'Sign out' }).click()
    await expect(told).toBeVisible()
    expect(new URL(ann.url()).pathname).toBe(path)
    await ann.goto(path)
    await expect(told).toHaveCount(0)
  })

  test('who signs out on a page that needs a sign-in is told so where one signs in', async ({ bob }) => {
    await bob.goto('/account')
    await bob.locator('form[action="/api/account/sign-out"] button').first().click()
    await bob.waitForURL('/sign-in?*')
    await expect(bob.getByText('You are signed out.')).toBeVisible()
  })
})

test('in German and Arabic, too', async ({ browser, stack }) => {
  for (const [locale, words] of [
    ['de-DE', 'Du bist abgemeldet.'],
    ['ar', 'تم تسجيل خروجك.'],
  ] as const) {
    const page = await browser.newPage({ baseURL: stack.url, locale })
    await page.goto('/find?signed-out=1')
    await expect(page.getByText(words)).toBeVisible()
    await page.close()
  }
})
