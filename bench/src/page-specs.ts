/** The four pages that are looked at: who looks, what a visitor may click first, and what only a script answers. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { type Cookies, launchChromium } from './browser.ts'
import { firstExperience } from './first-experience.ts'
import type { Click } from './page-load.ts'

export interface PageSpec {
  name: string
  path: string
  /** What a visitor may click first; needs no script. */
  link: Click
  /** What only a script answers. */
  action: Click
  /** The team of a fragment that stands beside the main one. */
  beside: string
  cookies: Cookies
}

const listing = { selector: '[slot="main"] a[href^="/e/"]' }
/** A link, a form or a timer that works without script shows nothing of it; React has taken the fragment over. */
const interactive = { effect: '[slot="main"] > [data-interactive]' }

export async function preparePages(stack: Stack, origin: string): Promise<PageSpec[]> {
  const path = await firstExperience(stack.urls.gateway as string)
  const { booking, cookies } = await holdOne(origin, path)
  return [
    { name: 'home', path: '/', link: listing, action: interactive, beside: 'account', cookies: [] },
    {
      name: 'results',
      path: '/find?city=Lisbon',
      link: listing,
      action: { selector: '[slot="main"] [data-category]', by: 'script' },
      beside: 'account',
      cookies: [],
    },
    {
      name: 'experience',
      path,
      link: { selector: 'a[href^="/sign-in"]' },
      action: {
        selector: '[slot="main"] button[type="button"]',
        effect: '[slot="main"] input[type="number"]:not([value="2"])',
      },
      beside: 'reviews',
      cookies: [],
    },
    {
      name: 'booking',
      path: booking,
      link: { selector: '[slot="main"] button[type="submit"], [slot="main"] form button:not([type])' },
      action: interactive,
      beside: 'account',
      cookies,
    },
  ]
}

/** Emil holds seats, without script; the path of his booking and what his browser keeps. */
async function holdOne(origin: string, experience: string): Promise<{ booking: string; cookies: Cookies }> {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({ baseURL: origin, ignoreHTTPSErrors: true, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: /^Emil/ }).click()
    await page.waitForURL(`${origin}/`)
    await page.goto(experience)
    await page.getByRole('button', { name: /^Hold / }).click()
    await page.waitForURL('**/bookings/*')
    return { booking: new URL(page.url()).pathname, cookies: await context.cookies() }
  } finally {
    await browser.close()
  }
}
