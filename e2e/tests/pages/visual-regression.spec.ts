/**
 * Compares screenshots with those in `looks/`. Text rendering depends on fonts and browser, so screenshots are kept per text
 * measurement, and the tests are skipped where none match; `npm run looks -w e2e` takes new ones. Pictures, dates and cards,
 * which depend on the day and the seed, are masked.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from '@playwright/test'
import { expect, test, waitUntilSettled } from '../../support/all-pages.ts'

/** Antialiasing differs slightly between runs; a missing word differs more. */
const TOLERANCE = { maxDiffPixels: 60, threshold: 0.15 }
/** Pages without experiences, whose sessions change every day. */
const PAGES = ['sign-in', 'sign-up', 'nothing here', 'components']
const SIZES = [
  [320, 'light'],
  [768, 'light'],
  [1440, 'light'],
  [1440, 'dark'],
] as const

/** Identifies browser version and fonts by the width of a text. */
async function rendererOf(browser: Browser): Promise<string> {
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
  test(`pages look the same, ${colorScheme} and ${width} px wide`, async ({ browser, prepared }) => {
    const renderer = await rendererOf(browser)
    const folder = fileURLToPath(new URL(`../../looks/${renderer}`, import.meta.url))
    const isUpdate = ['all', 'changed'].includes(test.info().config.updateSnapshots)
    test.skip(!existsSync(folder) && !isUpdate, `no screenshots were taken with ${renderer}`)
    const { baseURL, cookies } = prepared
    // Without the time left on held seats, which is kept in the browser and changes every second.
    const storageState = { ...cookies, origins: [] }
    const viewport = { width, height: 800 }
    const options = { baseURL, storageState, viewport, colorScheme, locale: 'en-GB', reducedMotion: 'reduce' } as const
    const page = await (await browser.newContext(options)).newPage()
    for (const { name, path } of prepared.pages.filter(({ name }) => PAGES.includes(name))) {
      await page.goto(path)
      await waitUntilSettled(page)
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
      await expect.soft(page).toHaveScreenshot([renderer, `${name.replaceAll(' ', '-')}-${width}-${colorScheme}.png`], {
        ...TOLERANCE,
        mask: [...changing.map((selector) => page.locator(selector)), page.getByText(/^FW-|^\d+ experiences/)],
        maskColor: '#888',
      })
    }
    await page.context().close()
  })
}
