import { expect, pickExperience, test } from '../../support/fixtures.ts'

const desktop = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }

test('on a desktop the button to hold seats is in view at once, and stays there while reading', async ({
  ann,
  stack,
}) => {
  const { experienceId } = await pickExperience(stack)
  await ann.setViewportSize(desktop)
  await ann.goto(`/e/${experienceId}`)
  const button = ann.getByRole('button', { name: /^Hold / })
  await expect(button).toBeInViewport({ ratio: 1 })
  await ann.getByRole('heading', { name: 'Reviews' }).scrollIntoViewIfNeeded()
  await expect(ann.getByRole('heading', { level: 1 })).not.toBeInViewport()
  await expect(button).toBeInViewport({ ratio: 1 })
})

test('another date is chosen in the calendar, with and without script', async ({ ann, browser, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  const withoutScript = await browser.newPage({ baseURL: stack.url, locale: 'en-GB', javaScriptEnabled: false })
  for (const page of [ann, withoutScript]) {
    await page.goto(`/e/${experienceId}`)
    await expect(page.locator(`[data-session="${sessionId}"]`)).toBeVisible()
    await page.getByText('All dates', { exact: true }).click()
    const day = page.locator('button[name="from"]:enabled').last()
    const chosen = (await day.getAttribute('value')) as string
    await day.click()
    await expect(page).toHaveURL(new RegExp(`[?&]from=${chosen}`))
    await expect(page.locator(`[data-session="${sessionId}"]`)).toHaveCount(0)
    await expect(page.locator('[data-session]').first()).toBeVisible()
  }
  await withoutScript.close()
})

for (const [kind, viewport] of Object.entries({ desktop, phone })) {
  test(`on a ${kind} home begins with pictures of what starts soon, and a search with its results`, async ({ ann }) => {
    await ann.setViewportSize(viewport)
    await ann.goto('/')
    await expect(
      ann.getByRole('region', { name: 'Starting soon' }).getByRole('img').or(ann.locator('[data-picture]')).first(),
    ).toBeInViewport()
    await ann.goto('/find')
    await expect(ann.locator('[data-results] [data-picture]').first()).toBeInViewport({ ratio: 0.5 })
  })
}

test('on a phone the search form is one line to open', async ({ ann }) => {
  await ann.setViewportSize(phone)
  await ann.goto('/find')
  const words = ann.getByRole('searchbox')
  await expect(words).toBeHidden()
  await ann.getByText('Search and filter').click()
  await words.fill('waltz')
  await words.press('Enter')
  await expect(ann).toHaveURL(/q=waltz/)
})

test('a title in English stands at the edge where an Arabic page begins', async ({ browser, stack }) => {
  const page = await browser.newPage({ baseURL: stack.url, locale: 'ar', viewport: desktop })
  await page.goto(`/e/${(await pickExperience(stack)).experienceId}`)
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).toHaveAttribute('dir', 'ltr')
  const gap = await title.evaluate((heading) => {
    const words = document.createRange()
    words.selectNodeContents(heading)
    return heading.getBoundingClientRect().right - words.getBoundingClientRect().right
  })
  expect(gap).toBeLessThan(1)
  await page.close()
})
