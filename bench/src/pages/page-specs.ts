/** The four measured pages: their visitor, a first click that works without script, and one that needs a script. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { type Cookies, launchChromium } from '../browser/browser.ts'
import { firstExperience } from '../browser/first-experience.ts'
import type { Click } from './page-load.ts'

export interface PageSpec {
  name: string
  path: string
  /** A first click that works without script. */
  link: Click
  /** A click that needs a script. */
  action: Click
  /** The team of another fragment of the page. */
  beside: string
  cookies: Cookies
}

const experienceLink = { selector: '[slot="main"] a[href^="/e/"]' }
/** Links, forms and timers also work without script, so this waits until React has hydrated the fragment. */
const interactive = { effect: '[slot="main"] > [data-interactive]' }

export async function preparePages(stack: Stack, origin: string): Promise<PageSpec[]> {
  const path = await firstExperience(stack.urls.gateway as string)
  const { booking, cookies } = await holdOne(origin, path)
  return [
    { name: 'home', path: '/', link: experienceLink, action: interactive, beside: 'account', cookies: [] },
    {
      name: 'results',
      path: '/find?city=Lisbon',
      link: experienceLink,
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

/** Emil holds seats without script; returns the path of his booking and his cookies. */
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
