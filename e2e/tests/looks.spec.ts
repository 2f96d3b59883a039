/**
 * What a person would see, compared with pictures in `looks/`. Letters are drawn by the machine's own fonts and browser, so
 * these pictures hold for a machine that draws a line of text as theirs did, and elsewhere there is nothing to compare:
 * `npm run looks -w e2e` draws them anew. Prints, dates and cards, which another day or market would change, are masked.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { expect, settle, test } from '../every-page.ts'

/** Antialiasing differs a little between runs; a word that is gone is more than that. */
const TOLERANCE = { maxDiffPixels: 60, threshold: 0.15 }
/** Those without a market: what is offered, and so every page that shows it, is another one each day. */
const PAGES = ['sign-in', 'sign-up', 'nothing here', 'components']
const SIZES = [
  [320, 'light'],
  [768, 'light'],
  [1440, 'light'],
  [1440, 'dark'],
] as const

/** Of the browser and the fonts that draw here. */
async function penOf(browser: Browser): Promise<string> {
  const page = await browser.newPage()
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    return ['16px system-ui', '16px "Noto Naskh Arabic", serif'].map((font) => {
      context.font = font
      return Math.round(context.measureText('Fernweh 0123456789 فيرنفيه').width * 10)
    })
  })
  await page.close()
  return ['chromium', browser.version().split('.')[0], ...widths].join('-')
}

for (const [width, colorScheme] of SIZES) {
  test(`pages look as they did, ${colorScheme} and ${width} px wide`, async ({ browser, prepared }) => {
    test.setTimeout(90_000)
    const pen = await penOf(browser)
    const folder = fileURLToPath(new URL(`../looks/${pen}`, import.meta.url))
    const isDrawnAnew = ['all', 'changed'].includes(test.info().config.updateSnapshots)
    test.skip(!existsSync(folder) && !isDrawnAnew, `no pictures were drawn as ${pen}`)
    const { baseURL, cookies: storageState } = prepared
    const viewport = { width, height: 800 }
    const options = { baseURL, storageState, viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' } as const
    const page = await (await browser.newContext(options)).newPage()
    for (const { name, path } of prepared.places.filter(({ name }) => PAGES.includes(name))) {
      await page.goto(path)
      await settle(page)
      const changing = [
        'picture',
        '[data-changing]',
        'time',
        'li:has(a[href^="/e/"])',
        '[slot="aside"]',
        '[slot="below"]',
        '[slot="more"]',
        'select',
      ]
      await expect.soft(page).toHaveScreenshot([pen, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`], {
        ...TOLERANCE,
        mask: [...changing.map((selector) => page.locator(selector)), page.getByText(/^FW-|^\d+ experiences/)],
        maskColor: '#888',
      })
    }
    await page.context().close()
  })
}
