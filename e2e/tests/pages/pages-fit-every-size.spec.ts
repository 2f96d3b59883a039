import type { Page } from '@playwright/test'
import { expect, test, visitAll } from '../../support/all-pages.ts'
import { cutTexts, hardCodedTexts } from '../../support/visible-text.ts'

/** Text spacing of WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

function spaceOut(page: Page): Promise<void> {
  return page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    for (const root of [document, ...shadows]) root.adoptedStyleSheets.push(sheet)
  }, SPACING)
}

const PHONE = { width: 320, height: 640 }
/** 1280 px at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 }
/** In English only, and in the operator's words. */
const OWN_WORDS = ['components', 'text of the operator']

for (const locale of ['en-GB', 'de-DE', 'ar', 'en-XA']) {
  test(`every page in ${locale} fits a phone, 200 % zoom and increased text spacing`, async ({ browser, prepared }) => {
    const found: Record<string, string[]> = {}
    const options = { locale, viewport: PHONE, reducedMotion: 'reduce' } as const
    await visitAll(browser, prepared, options, async (page, { name }) => {
      const note = (where: string, texts: string[]) => {
        if (texts.length > 0) found[`${name}, ${where}`] = texts
      }
      if (locale === 'en-XA' && !OWN_WORDS.includes(name)) note('never translated', await hardCodedTexts(page))
      note('phone', await cutTexts(page))
      await page.setViewportSize(ZOOMED)
      note('zoomed', await cutTexts(page))
      await page.setViewportSize(PHONE)
      await spaceOut(page)
      note('spaced out', await cutTexts(page))
    })
    expect(found).toEqual({})
  })
}

test('finds a clipped text, one that makes the page too wide and one that is not translated', async ({
  browser,
  stack,
}) => {
  const page = await browser.newPage({ baseURL: stack.url, locale: 'en-XA', viewport: PHONE })
  await page.goto('/nowhere')
  expect([await cutTexts(page), await hardCodedTexts(page)]).toEqual([[], []])
  await page.evaluate(() => {
    const cut = Object.assign(document.createElement('p'), { textContent: 'Cut in the middle of it all' })
    Object.assign(cut.style, { inlineSize: '3rem', overflow: 'hidden', whiteSpace: 'nowrap' })
    const wide = Object.assign(document.createElement('p'), { textContent: 'Wide', ariaLabel: 'Not translated' })
    Object.assign(wide.style, { inlineSize: '40rem' })
    const prices = ['XOF', 'CHF', 'EUR'].map((currency) =>
      Object.assign(document.createElement('p'), {
        textContent: (1234.5).toLocaleString('en', { style: 'currency', currency }),
      }),
    )
    document.getElementById('main')?.append(cut, wide, ...prices)
  })
  expect(await cutTexts(page)).toEqual([expect.stringMatching(/px too wide$/), 'cut: Cut in the middle of it all'])
  expect(await hardCodedTexts(page)).toEqual(['Cut in the middle of it all', 'Not translated', 'Wide'])
  await page.close()
})
