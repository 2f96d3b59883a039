import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, visitAll } from '../every-page.ts'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What hangs on colours, and so may fail in the dark only. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** Which rule is broken by which elements. */
async function violations(page: Page, which: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false })
  const { violations } = await which(axe).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

const all = (axe: AxeBuilder) => axe.withTags(STANDARD)
const ofColours = (axe: AxeBuilder) => axe.withRules(OF_COLOURS)

for (const locale of ['en-GB', 'de-DE', 'ar']) {
  test(`every page in ${locale} keeps the rules of accessibility, in the light and in the dark`, async ({
    browser,
    prepared,
  }) => {
    test.setTimeout(180_000)
    const found: Record<string, string[]> = {}
    const options = { locale, bypassCSP: true, reducedMotion: 'reduce' } as const
    await visitAll(browser, prepared, options, async (page, { name }) => {
      await page.emulateMedia({ colorScheme: 'light' })
      const light = await violations(page, all)
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = (await violations(page, ofColours)).map((violation) => `in the dark, ${violation}`)
      if (light.length + dark.length > 0) found[name] = [...light, ...dark]
    })
    expect(found).toEqual({})
  })
}

test('a picture without words, a button without a name and a text that is pale in the dark are found', async ({
  visitor,
}) => {
  await visitor.goto('/nowhere')
  await visitor.evaluate(() => {
    const pale = Object.assign(document.createElement('p'), { textContent: 'Hardly to be read' })
    pale.style.color = '#444'
    document.getElementById('main')?.append(document.createElement('img'), document.createElement('button'), pale)
  })
  const rulesOf = (found: string[]) => found.map((violation) => violation.split(':')[0]).sort()
  expect(rulesOf(await violations(visitor, all))).toEqual(['button-name', 'image-alt'])
  await visitor.emulateMedia({ colorScheme: 'dark' })
  expect(rulesOf(await violations(visitor, ofColours))).toEqual(['color-contrast'])
})
