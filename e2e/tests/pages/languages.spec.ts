import { withAndWithoutJavaScript } from '../../support/booking.ts'
import { expect, pickExperience, test, waitUntilAvailable } from '../../support/fixtures.ts'

withAndWithoutJavaScript(() => {
  test('the language chosen in the footer applies to all pages, with its writing direction', async ({
    visitor: page,
  }) => {
    await page.goto('/find?city=Lisbon')
    for (const [language, direction] of [
      ['ar', 'rtl'],
      ['de', 'ltr'],
    ] as const) {
      await page.locator(`footer button[value="${language}"]`).click()
      await expect(page).toHaveURL('/find?city=Lisbon')
      for (const path of ['/find?city=Lisbon', '/', '/sign-in', '/nowhere']) {
        const answer = await page.goto(path)
        expect(answer?.headers()['content-language'], path).toBe(language)
        await expect(page.locator('html')).toHaveAttribute('dir', direction)
        await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
      }
      await page.goto('/find?city=Lisbon')
      await expect(page.locator('footer [aria-current]')).toHaveAttribute('value', language)
    }
  })
})

test('dates and prices follow the page’s language, with Western digits', async ({ browser, stack }) => {
  const { experienceId, startsAt, zone } = await pickExperience(stack)
  const read = async (locale: string) => {
    const page = await browser.newPage({ baseURL: stack.url, locale })
    await page.goto(`/e/${experienceId}`)
    const words = (await page.locator('[data-root]').allTextContents()).join('\n')
    await page.close()
    return words
  }
  // At the end of a month, its first session is in the next one.
  const month = (locale: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: zone }).format(Date.parse(startsAt))
  const [english, german, arabic] = [await read('en-GB'), await read('de-DE'), await read('ar')]
  expect(german).toMatch(/\d\s(€|[A-Z]{2,3}|\p{Sc})/u)
  expect(english).toMatch(/(€|[A-Z]{2,3}\s?|\p{Sc})\d/u)
  expect(german).toContain(month('de-DE'))
  expect(arabic).toContain(month('ar-EG'))
  expect(arabic).toMatch(/\d{2}:\d{2}/)
  expect(arabic).not.toMatch(/[٠-٩]/)
})

test('cities have their names in the page’s language, whatever name is searched for', async ({ browser, stack }) => {
  for (const [locale, city] of [
    ['de-DE', 'Sevilla, Spanien'],
    ['ar', 'إشبيلية، إسبانيا'],
  ] as const) {
    const page = await browser.newPage({ baseURL: stack.url, locale })
    const [name = ''] = city.split(/[,،]/)
    await page.goto(`/find?city=${name}`)
    await expect(page).toHaveTitle(`${name} · Fernweh`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
    await expect(page.locator('[name="city"] option:checked')).toHaveText(`${name} (7)`)
    await page.goto('/e/seville-olives-and-sherry')
    await expect(page.getByText(city)).toBeVisible()
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
    await page.close()
  }
})

test('a fragment that arrives late is in the page’s language too', async ({ browser, stack }) => {
  const path = `/e/${(await pickExperience(stack)).experienceId}`
  const page = await browser.newPage({ baseURL: stack.url, locale: 'de-DE' })
  const reviews = page.locator('[data-fragment="reviews/ReviewList"]')
  await page.goto(path)
  await expect(reviews.locator('[data-interactive]')).toBeAttached()
  const expected = await reviews.locator('[data-root]').textContent()

  await stack.processes.stop('bff-reviews')
  try {
    await page.goto(path)
    await expect(reviews).toHaveCount(0)
  } finally {
    await stack.processes.start('bff-reviews')
  }
  await expect(reviews.locator('[data-interactive]')).toBeAttached()
  expect(await reviews.locator('[data-root]').textContent()).toBe(expected)
  await waitUntilAvailable(page, path)
  await page.close()
})
