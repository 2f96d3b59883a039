/** All pages there are, each with something on it, and a walk through them in one browser context. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { anExperience, test as base, expect, goAs } from './fernweh.ts'
import { book, hold } from './journey.ts'

export { expect } from '@playwright/test'

export interface Place {
  name: string
  path: string
  /** Seen by somebody who is not signed in. */
  stranger?: true
}

interface Prepared {
  baseURL: string
  places: Place[]
  /** Of a browser in which Ann is signed in. */
  cookies: NonNullable<Exclude<BrowserContextOptions['storageState'], string | undefined>>
}

export const test = base.extend<object, { prepared: Prepared }>({
  prepared: [async ({ browser, stack }, use) => use(await prepare(browser, stack)), { scope: 'worker' }],
})

async function prepare(browser: Browser, stack: Stack): Promise<Prepared> {
  const ann = await goAs(browser, { baseURL: stack.url }, 'Ann')
  const held = await hold(ann, await anExperience(stack, 11))
  const confirmed = await book(ann, await anExperience(stack, 12))
  const ticket = (await ann.getByText(/^FW-/).first().textContent()) as string
  const { experienceId } = await anExperience(stack, 11)
  const places: Place[] = [
    { name: 'home', path: '/' },
    { name: 'results', path: '/find?city=Lisbon' },
    { name: 'no results', path: '/find?q=zzzz' },
    { name: 'experience', path: `/e/${experienceId}` },
    { name: 'sign-in', path: '/sign-in', stranger: true },
    { name: 'sign-up', path: '/sign-up', stranger: true },
    { name: 'new password', path: '/reset-password', stranger: true },
    { name: 'account', path: '/account' },
    { name: 'bookings', path: '/bookings' },
    { name: 'held booking', path: `/bookings/${held}` },
    { name: 'confirmed booking', path: `/bookings/${confirmed}` },
    { name: 'ticket', path: `/tickets/${ticket}`, stranger: true },
    { name: 'reviews of a person', path: '/people/emil' },
    { name: 'nothing here', path: '/nowhere' },
    { name: 'offline', path: '/offline' },
    { name: 'components', path: '/ui' },
  ]
  const cookies = await ann.context().storageState()
  await ann.context().close()
  return { baseURL: stack.url, places, cookies }
}

/** Visits every place in turn, settled, in the one context of those who are signed in or the other of strangers. */
export async function visitAll(
  browser: Browser,
  { baseURL, places, cookies }: Prepared,
  options: BrowserContextOptions,
  look: (page: Page, place: Place) => Promise<void>,
): Promise<void> {
  const known = await browser.newContext({ baseURL, ...options, storageState: cookies })
  const unknown = await browser.newContext({ baseURL, ...options })
  const [signedIn, stranger] = [await known.newPage(), await unknown.newPage()]
  for (const place of places) {
    const page = place.stranger ? stranger : signedIn
    await page.goto(place.path)
    await settle(page)
    await look(page, place)
  }
  await Promise.all([known.close(), unknown.close()])
}

/** Until all fragments are there and alive, the pictures in view are loaded, and nothing moves any more. */
export async function settle(page: Page): Promise<void> {
  const isLively = (await page.locator('#release-record').count()) > 0
  if (isLively) await expect.poll(() => page.evaluate(fragmentsAwaited), { timeout: 20_000 }).toEqual([])
  await page.evaluate(async () => {
    await document.fonts.ready
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight)
    await Promise.allSettled(seen.map((image) => image.decode()))
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

/** The slots whose fragments are not alive yet. */
function fragmentsAwaited(): string[] {
  const layout = document.querySelector<HTMLElement>('[data-layout]')
  const slots = layout?.dataset.slots?.split(' ') ?? []
  return slots.filter((slot) => !layout?.querySelector(`:scope > [slot="${slot}"] > [data-interactive]`))
}
