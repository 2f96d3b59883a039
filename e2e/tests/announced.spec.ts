import type { Page } from '@playwright/test'
import { anExperience, expect, test } from '../fernweh.ts'

/** Writes down what a screen reader is told from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    const regions = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]'
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const text = element?.closest(regions)?.textContent?.trim()
        if (text && said.at(-1) !== text) said.push(text)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { __said: said })
  })
  return () => page.evaluate(() => (window as unknown as { __said: string[] }).__said)
}

test('another search on the same page says once what was found, and gives the page its title', async ({ visitor }) => {
  await visitor.goto('/find')
  await expect(visitor.locator('[slot="main"] > [data-interactive]')).toBeAttached()
  const title = await visitor.title()
  const said = await listen(visitor)
  await visitor.locator('select[name="city"]').focus()
  await visitor.locator('select[name="city"]').selectOption('Lisbon')
  await expect(visitor).toHaveURL(/city=Lisbon/)
  await expect.poll(said).toHaveLength(1)
  expect(await visitor.title()).not.toBe(title)
  await expect(visitor.locator('select[name="city"]')).toBeFocused()
})

test('held seats are said once and get the focus', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await anExperience(stack, 24)
  await ann.goto(`/e/${experienceId}`)
  await expect(ann.locator('[slot="aside"] > [data-interactive]')).toBeAttached()
  const said = await listen(ann)
  await ann.locator(`[data-session="${sessionId}"]`).click()
  await ann.locator('form[action="/api/bookings/holds"] button[type="submit"]').click()
  const held = ann.locator('[data-booking]').first()
  await expect(held).toBeVisible()
  await expect(held.or(ann.locator('[data-booking] *')).and(ann.locator(':focus'))).toHaveCount(1)
  await expect.poll(async () => (await said()).length).toBeGreaterThan(0)
  expect(await said()).toEqual([...new Set(await said())])
})

test('a page names itself: its title is its own, and one heading says the same', async ({ visitor, stack }) => {
  const titles = new Set<string>()
  const paths = ['/', '/find', '/find?city=Lisbon', `/e/${(await anExperience(stack, 24)).experienceId}`, '/sign-in']
  for (const path of [...paths, '/sign-up', '/nowhere']) {
    await visitor.goto(path)
    titles.add(await visitor.title())
    await expect(visitor.locator('h1')).toHaveCount(1)
  }
  expect(titles.size).toBe(paths.length + 2)
})
