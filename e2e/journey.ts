/** The steps travellers take, the same with JavaScript and without it. */
import { expect, type Page } from '@playwright/test'
import { cards, payWith, type Seat, test } from './fernweh.ts'

/** Tells the same stories twice. */
export function withAndWithoutJavaScript(tell: () => void): void {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })
      tell()
    })
  }
}

/** Holds the seats the page offers at first, two, and goes on to the booking's page; its id. */
export async function hold(page: Page, { experienceId, sessionId }: Seat): Promise<string> {
  await page.goto(`/e/${experienceId}`)
  await page.locator(`[data-session="${sessionId}"]`).click()
  await page.getByRole('button', { name: /^Hold / }).click()
  await page.locator('[data-booking]').first().waitFor()
  if (!isBookingPage(page.url())) await page.getByRole('link', { name: /^Pay / }).click()
  await page.waitForURL(isBookingPage)
  return new URL(page.url()).pathname.split('/').at(-1) as string
}

const isBookingPage = (url: URL | string) => new URL(url).pathname.startsWith('/bookings/')

/** From the booking's page to the provider's. */
export async function toCheckout(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click()
  await expect(page.getByLabel('Card number')).toBeVisible()
}

export const backToShop = (page: Page) => page.getByRole('link', { name: 'Back to the shop' }).click()

/** Waits until the booking's page says so; without script it looks again by itself. */
export async function isShown(page: Page, phase: string): Promise<void> {
  await expect(page.locator(`[data-phase="${phase}"]`)).toBeVisible({ timeout: 20_000 })
}

/** Holds, pays and sees the ticket; the booking's id. */
export async function book(page: Page, seat: Seat): Promise<string> {
  const bookingId = await hold(page, seat)
  await toCheckout(page)
  await payWith(page, cards.good)
  await isShown(page, 'confirmed')
  return bookingId
}
