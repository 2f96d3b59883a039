import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, visitAll } from '../../support/all-pages.ts'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Rules that depend on colours, so they may fail in dark mode only. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Violated rules with the elements that violate them. */
async function violations(page: Page, select: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false })
  const { violations } = await select(axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const all = (axe: AxeBuilder) => axe.withTags(STANDARD)
const colourRules = (axe: AxeBuilder) => axe.withRules(COLOUR_RULES)

for (const locale of ['en-GB', 'de-DE', 'ar']) {
  test(`no page in ${locale} violates an accessibility rule, in light and dark mode`, async ({ browser, prepared }) => {
    const found: Record<string, string[]> = {}
    const options = { locale, bypassCSP: true, reducedMotion: 'reduce' } as const
    await visitAll(browser, prepared, options, async (page, { name }) => {
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await violations(page, all)
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = (await violations(page, colourRules)).map((violation) => `dark mode, ${violation}`)
      if (light.length + dark.length > 0) found[name] = [...light, ...dark]
    })
    expect(found).toEqual({})
  })
}

test('finds an image without alt, a button without a name and low contrast in dark mode', async ({ visitor }) => {
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'Low contrast' })
    pale.style.color = '#444'
    document.getElementById('main')?.append(document.createElement('img'), document.createElement('button'), pale)
  })
  const rulesOf = (found: string[]) => found.map((violation) => violation.split(':')[0]).sort()
  expect(rulesOf(await violations(visitor, all))).toEqual(['button-name', 'image-alt'])
  await visitor.emulateMedia({ colorScheme: 'dark' })
  expect(rulesOf(await violations(visitor, colourRules))).toEqual(['color-contrast'])
})
