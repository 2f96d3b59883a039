import type { Page } from '@playwright/test'
import { expect, pickExperience, test } from '../../support/fixtures.ts'

/** Records what live regions announce from now on. */
async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const announced: string[] = []
    const regions = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]'
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        const text = element?.closest(regions)?.textContent?.trim()
        if (text && announced.at(-1) !== text) announced.push(text)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    Object.assign(window, { __announced: announced })
  })
  return () => page.evaluate(() => (window as unknown as { __announced: string[] }).__announced)
}

test('a search in place announces its number of results once and updates the title', async ({ visitor }) => {
  await visitor.goto('/find')
  await expect(visitor.locator('[slot="main"] > [data-interactive]')).toBeAttached()
  const title = await visitor.title()
  const announcements = await recordAnnouncements(visitor)
  await visitor.locator('select[name="city"]').focus()
  await visitor.locator('select[name="city"]').selectOption('Lisbon')
  await expect(visitor).toHaveURL(/city=Lisbon/)
  await expect.poll(announcements).toHaveLength(1)
  expect(await visitor.title()).not.toBe(title)
  await expect(visitor.locator('select[name="city"]')).toBeFocused()
})

test('a hold is announced once and receives the focus', async ({ ann, stack }) => {
  const { experienceId, sessionId } = await pickExperience(stack)
  await ann.goto(`/e/${experienceId}`)
  await expect(ann.locator('[slot="aside"] > [data-interactive]')).toBeAttached()
  const announcements = await recordAnnouncements(ann)
  await ann.locator(`[data-session="${sessionId}"]`).click()
  await ann.locator('form[action="/api/bookings/holds"] button[type="submit"]').click()
  const held = ann.locator('[data-booking]').first()
  await expect(held).toBeVisible()
  await expect(held.or(ann.locator('[data-booking] *')).and(ann.locator(':focus'))).toHaveCount(1)
  await expect.poll(async () => (await announcements()).length).toBeGreaterThan(0)
  expect(await announcements()).toEqual([...new Set(await announcements())])
})

test('every page has a unique title and one first-level heading', async ({ visitor, stack }) => {
  const titles = new Set<string>()
  const paths = ['/', '/find', '/find?city=Lisbon', `/e/${(await pickExperience(stack)).experienceId}`, '/sign-in']
  for (const path of [...paths, '/sign-up', '/nowhere']) {
    await visitor.goto(path)
    titles.add(await visitor.title())
    await expect(visitor.locator('h1')).toHaveCount(1)
  }
  expect(titles.size).toBe(paths.length + 2)
})
