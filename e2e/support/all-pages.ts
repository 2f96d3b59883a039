/** All pages, each with content, and a function that visits them in one browser context. */
import type { Stack } from '@fernweh/stack/topology/start-stack'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { bookSeats, holdSeats } from './booking.ts'
import { test as base, expect, pickExperience, signInAs } from './fixtures.ts'

export { expect } from '@playwright/test'

export interface PageEntry {
  name: string
  path: string
  /** Visited without a session. */
  signedOut?: true
}

interface Prepared {
  baseURL: string
  pages: PageEntry[]
  /** Of a browser where Ann is signed in. */
  cookies: NonNullable<Exclude<BrowserContextOptions['storageState'], string | undefined>>
}

/** A fixture of the worker would give these tests a stack of their own. */
const preparedStacks = new WeakMap<Stack, Promise<Prepared>>()

export const test = base.extend<{ prepared: Prepared }>({
  prepared: async ({ browser, stack }, use) => {
    const prepared = preparedStacks.get(stack) ?? prepare(browser, stack)
    preparedStacks.set(stack, prepared)
    await use(await prepared)
  },
})

async function prepare(browser: Browser, stack: Stack): Promise<Prepared> {
  const ann = await signInAs(browser, { baseURL: stack.url }, 'Ann')
  const seat = await pickExperience(stack)
  const held = await holdSeats(ann, seat)
  const confirmed = await bookSeats(ann, await pickExperience(stack))
  const ticket = (await ann.getByText(/^FW-/).first().textContent()) as string
  const pages: PageEntry[] = [
    { name: 'home', path: '/' },
    { name: 'results', path: '/find?city=Lisbon' },
    { name: 'no results', path: '/find?q=zzzz' },
    { name: 'experience', path: `/e/${seat.experienceId}` },
    { name: 'sign-in', path: '/sign-in', signedOut: true },
    { name: 'sign-up', path: '/sign-up', signedOut: true },
    { name: 'new password', path: '/reset-password', signedOut: true },
    { name: 'account', path: '/account' },
    { name: 'bookings', path: '/bookings' },
    { name: 'held booking', path: `/bookings/${held}` },
    { name: 'confirmed booking', path: `/bookings/${confirmed}` },
    { name: 'ticket', path: `/tickets/${ticket}`, signedOut: true },
    { name: 'reviews of a person', path: '/people/emil' },
    { name: 'text of the operator', path: '/privacy' },
    { name: 'nothing here', path: '/nowhere' },
    { name: 'offline', path: '/offline' },
    { name: 'components', path: '/ui' },
  ]
  const cookies = await ann.context().storageState()
  await ann.context().close()
  return { baseURL: stack.url, pages, cookies }
}

/** Visits every page in turn and waits until it is settled; signed-in and signed-out pages have one context each. */
export async function visitAll(
  browser: Browser,
  { baseURL, pages, cookies }: Prepared,
  options: BrowserContextOptions,
  check: (page: Page, entry: PageEntry) => Promise<void>,
  prepareContext: (context: BrowserContext) => Promise<unknown> = async () => {},
): Promise<void> {
  const signedInContext = await browser.newContext({ baseURL, ...options, storageState: cookies })
  const signedOutContext = await browser.newContext({ baseURL, ...options })
  await Promise.all([signedInContext, signedOutContext].map(prepareContext))
  const [signedIn, signedOut] = [await signedInContext.newPage(), await signedOutContext.newPage()]
  for (const entry of pages) {
    const page = entry.signedOut ? signedOut : signedIn
    await page.goto(entry.path)
    await waitUntilSettled(page)
    await check(page, entry)
  }
  await Promise.all([signedInContext.close(), signedOutContext.close()])
}

/** Waits until all fragments are interactive, visible pictures are loaded and finite animations have ended. */
export async function waitUntilSettled(page: Page): Promise<void> {
  const hasScripts = (await page.locator('#release-record').count()) > 0
  if (hasScripts) await expect.poll(() => page.evaluate(findPendingSlots)).toEqual([])
  await page.evaluate(async () => {
    await document.fonts.ready
    const visible = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight)
    await Promise.allSettled(visible.map((image) => image.decode()))
    const finite = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(finite.map(({ finished }) => finished))
  })
}

/** Slots whose fragments are not interactive yet. */
function findPendingSlots(): string[] {
  const layout = document.querySelector<HTMLElement>('[data-layout]')
  const slots = layout?.dataset.slots?.split(' ') ?? []
  const isReady = (slot: string) =>
    layout?.querySelector(`:scope > [slot="${slot}"] > :is([data-interactive], [data-text])`)
  return slots.filter((slot) => !isReady(slot))
}
