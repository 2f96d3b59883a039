/** Makes the picture of the README from a fresh market: `npm run screenshot -w e2e`. */
import { fileURLToPath } from 'node:url'
import { chromiumPath } from '@fernweh/stack/chromium'
import { startStack } from '@fernweh/stack/start-stack'
import { chromium } from '@playwright/test'

const file = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url))

const stack = await startStack({ name: 'screenshot', fresh: true })
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, baseURL: stack.url, locale: 'en-GB' })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Ann' }).click()
  await page.goto('/e/lisbon-dusk-sail')
  await page.getByRole('button', { name: 'Hold 2 seats' }).click()
  await page.locator('p', { hasText: 'You hold 2 seats' }).first().waitFor()
  await page.screenshot({ path: file })
} finally {
  await browser.close()
  await stack.close()
}
