/** A traveller's steps, the same with and without JavaScript. */
import { expect, type Page } from '@playwright/test'
import { cards, payWith, type Seat, test } from './fixtures.ts'

/** Runs the same tests with and without JavaScript. */
export function withAndWithoutJavaScript(defineTests: () => void): void {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled })
      defineTests()
    })
  }
}

/** Holds two seats, the default, opens the booking's page and returns the booking's id. */
export async function holdSeats(page: Page, { experienceId, sessionId }: Seat): Promise<string> {
  await page.goto(`/e/${experienceId}`)
  await page.locator(`[data-session="${sessionId}"]`).click()
  await page.getByRole('button', { name: /^Hold / }).click()
  await page.locator('[data-booking]').first().waitFor()
  if (!isBookingPage(page.url())) await page.getByRole('link', { name: /^To (payment|booking)$/ }).click()
  await page.waitForURL(isBookingPage)
  return new URL(page.url()).pathname.split('/').at(-1) as string
}

const isBookingPage = (url: URL | string) => new URL(url).pathname.startsWith('/bookings/')

/** Opens the provider's page from the booking's page. */
export async function toCheckout(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay / }).click()
  await expect(page.getByLabel('Card number')).toBeVisible()
}

export const backToShop = (page: Page) => page.getByRole('link', { name: 'Back to the shop' }).click()

/** Waits until the booking's page shows the phase; without script it reloads by itself. */
export async function expectPhase(page: Page, phase: string): Promise<void> {
  await expect(page.locator(`[data-phase="${phase}"]`)).toBeVisible()
}

/** Holds and pays, waits for the ticket and returns the booking's id. */
export async function bookSeats(page: Page, seat: Seat): Promise<string> {
  const bookingId = await holdSeats(page, seat)
  await toCheckout(page)
  await payWith(page, cards.good)
  await expectPhase(page, 'confirmed')
  return bookingId
}

export async function writeReview(page: Page, words: string): Promise<void> {
  await page.getByRole('radio', { name: 'Very good' }).check({ force: true })
  await page.getByLabel('In your words').fill(words)
  await page.getByRole('button', { name: 'Send review' }).click()
}
