/** Playwright fixtures: a real stack per worker, and people in browser contexts of their own. */

import { createPrivateKey, randomUUID } from 'node:crypto'
import { signIdentity } from '@fernweh/kit/server/http/identity'
import { quietExperiences } from '@fernweh/stack/seed/market'
import { visitedSessionId } from '@fernweh/stack/seed/sessions'
import { type Stack, startStack } from '@fernweh/stack/topology/start-stack'
import {
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { connectMailbox, connectStripe } from './third-parties.ts'

export { expect } from '@playwright/test'
export { cards, payWith } from './third-parties.ts'

/** Settings of bookings; a test that changes them restarts its processes. */
interface BookingTimes {
  /** Duration of a hold. */
  holdSeconds: number
  /** Seconds after its start at which a session counts as ended; 0 means its real duration. */
  visitSeconds: number
}

interface TestFixtures extends BookingTimes {
  /** Gives bookings the times of this test. */
  bookingTimes: undefined
  /** A page of a new person without a session. */
  visitor: Page
  ann: Page
  bob: Page
  /** Cleo, who only watches; always with JavaScript, so that her page updates in real time. */
  watcher: Page
  /** The simulated payment provider; its behaviour is reset after each test. */
  stripe: ReturnType<typeof connectStripe>
  /** The local mailbox; its behaviour is reset after each test. */
  mailbox: ReturnType<typeof connectMailbox>
}
interface WorkerFixtures {
  stack: Stack
  /** What the stack's processes have now. */
  currentTimes: BookingTimes
}

const DEFAULT_TIMES: BookingTimes = { holdSeconds: 600, visitSeconds: 0 }

const NORMAL_BEHAVIOUR = {
  stripe: {
    down: false,
    delayMs: 0,
    loseAnswers: 0,
    failures: 0,
    perSecond: 100,
    idempotency: true,
    webhooks: 'normal',
    asynchronous: 'off',
    amountOff: 0,
    refuses: 'nothing',
  },
  mailbox: { down: false, loseAnswers: 0, delayMs: 0, refuse: null },
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  holdSeconds: [DEFAULT_TIMES.holdSeconds, { option: true }],
  visitSeconds: [DEFAULT_TIMES.visitSeconds, { option: true }],
  currentTimes: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures it needs from the pattern
    async ({}, use) => use({ ...DEFAULT_TIMES }),
    { scope: 'worker' },
  ],
  bookingTimes: [
    async ({ stack, currentTimes, holdSeconds, visitSeconds }, use) => {
      if (holdSeconds !== currentTimes.holdSeconds || visitSeconds !== currentTimes.visitSeconds) {
        Object.assign(currentTimes, { holdSeconds, visitSeconds })
        await restartBookings(stack, currentTimes)
      }
      await use(undefined)
    },
    { auto: true, timeout: 60_000 },
  ],
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures it needs from the pattern
    async ({}, use, { parallelIndex }) => {
      const env = {
        // All people of the tests share one network address.
        accounts: { MAILS_PER_NETWORK: '1000', SIGN_IN_TRIES_PER_NETWORK: '1000' },
        // Enables the development pages and the pseudo-locale, which are tested too.
        gateway: { DEVELOPMENT: '1', LANGUAGES: 'en,de,ar,en-XA' },
        // Rendering pictures ahead takes a core for half a minute, and tests show few of them.
        pictures: { WARM_PICTURES: '0' },
        'bookings-api': { HOLD_SECONDS: String(DEFAULT_TIMES.holdSeconds) },
      }
      const stack = await startStack({ name: `e2e-${parallelIndex}`, fresh: true, durable: false, env })
      await use(stack)
      await stack.close()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.url),
  stripe: async ({ stack }, use) => {
    const stripe = connectStripe(stack)
    await use(stripe)
    await stripe.set(NORMAL_BEHAVIOUR.stripe)
  },
  mailbox: async ({ stack }, use) => {
    const mailbox = connectMailbox(stack)
    await use(mailbox)
    await mailbox.set(NORMAL_BEHAVIOUR.mailbox)
  },
  visitor: async ({ browser, stack, javaScriptEnabled }, use) => {
    const context = await browser.newContext({ baseURL: stack.url, javaScriptEnabled })
    await usePage(await context.newPage(), use)
  },
  ann: ({ browser, stack, javaScriptEnabled }, use) =>
    useAs('Ann', browser, { baseURL: stack.url, javaScriptEnabled }, use),
  bob: ({ browser, stack, javaScriptEnabled }, use) =>
    useAs('Bob', browser, { baseURL: stack.url, javaScriptEnabled }, use),
  watcher: ({ browser, stack }, use) => useAs('Cleo', browser, { baseURL: stack.url, javaScriptEnabled: true }, use),
})

/** Pages show sessions again once the bff has noticed that the service is back. */
async function restartBookings(stack: Stack, { holdSeconds, visitSeconds }: BookingTimes): Promise<void> {
  const VISIT_SECONDS = visitSeconds ? String(visitSeconds) : undefined
  await stack.processes.restart('bookings-api', { HOLD_SECONDS: String(holdSeconds) })
  await stack.processes.restart('bookings-processor', { VISIT_SECONDS })
  const page = `${stack.url}/e/${quietExperiences()[0]}`
  await expect.poll(async () => (await fetch(page)).text()).toContain('data-session=')
}

type UsePage = (page: Page) => Promise<void>

async function useAs(name: string, browser: Browser, options: BrowserContextOptions, use: UsePage): Promise<void> {
  await usePage(await signInAs(browser, options, name), use)
}

/** A page for one test. One that stayed open would go on following its feeds beside the tests after it. */
async function usePage(page: Page, use: UsePage): Promise<void> {
  await use(page)
  // A request that a test has intercepted may still be under way.
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.context().close()
}

/** A new browser context in which one of the demo people is signed in, by the form's request instead of two pages. */
export async function signInAs(browser: Browser, options: BrowserContextOptions, name: string): Promise<Page> {
  const context = await browser.newContext(options)
  const answer = await context.request.post('/api/account/demo-sign-in', {
    headers: { origin: options.baseURL as string, 'sec-fetch-site': 'same-origin' },
    form: { accountId: name.toLowerCase(), page: '/sign-in', next: '/' },
    maxRedirects: 0,
  })
  expect(answer.headers().location).toBe('/')
  return context.newPage()
}

export interface Seat {
  experienceId: string
  sessionId: string
}

/** How many experiences of a stack have been picked. */
const picked = new WeakMap<Stack, number>()

/** A quiet experience that no other test uses, with its soonest session, which has free seats. */
export async function pickExperience(stack: Stack): Promise<Seat & { startsAt: string; zone: string }> {
  const nth = picked.get(stack) ?? 0
  picked.set(stack, nth + 1)
  const experienceId = quietExperiences()[nth]
  if (!experienceId) throw new Error('Every quiet experience is picked already.')
  const { sessions } = await get<{ sessions: { data: { sessionId: string; startsAt: string; zone: string } }[] }>(
    `${stack.urls['bookings-api']}/sessions?experience=${experienceId}`,
  )
  const [soonest] = sessions
  if (!soonest) throw new Error(`${experienceId} has no sessions`)
  const { sessionId, startsAt, zone } = soonest.data
  return { experienceId, sessionId, startsAt, zone }
}

/** Schedules another session of the experience that starts in `inMs` milliseconds; resolves when it can be held. */
export async function scheduleSessionIn(stack: Stack, experienceId: string, inMs: number): Promise<string> {
  const { experience } = await get<{ experience: { data: { hostId: string; price: object } } }>(
    `${stack.urls.search}/experiences/${experienceId}`,
  )
  const { hostId, price } = experience.data
  const session = {
    sessionId: `soon-${randomUUID()}`,
    startsAt: new Date(Date.now() + inMs).toISOString(),
    capacity: 6,
  }
  const answer = await fetch(`${stack.urls.catalog}/experiences/${experienceId}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await identityOf(stack, hostId, 'host')) },
    body: JSON.stringify({ sessions: [{ ...session, price }] }),
  })
  if (!answer.ok) throw new Error(`catalog answered ${answer.status}: ${await answer.text()}`)
  const feed = `${stack.urls['bookings-api']}/feeds/session.${session.sessionId}`
  await expect.poll(async () => (await fetch(feed)).status).toBe(200)
  return session.sessionId
}

/** Publishes an experience of Cleo's in Lisbon's time; resolves when search shows it. */
export async function publishExperience(
  stack: Stack,
  texts: { title: string; summary: string; description: string; city: string },
  price = { amount: 4500, currency: 'EUR' },
): Promise<string> {
  const experienceId = `typed-${randomUUID()}`
  const offer = {
    country: 'PT',
    place: { latitude: 38.71, longitude: -9.13 },
    zone: 'Europe/Lisbon',
    category: 'craft',
    durationMinutes: 120,
    languages: ['en'],
    price,
  }
  const answer = await fetch(`${stack.urls.catalog}/experiences/${experienceId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...(await identityOf(stack, 'cleo', 'host')) },
    body: JSON.stringify({ ...texts, ...offer }),
  })
  if (!answer.ok) throw new Error(`catalog answered ${answer.status}: ${await answer.text()}`)
  await expect.poll(async () => (await fetch(`${stack.urls.search}/experiences/${experienceId}`)).status).toBe(200)
  return experienceId
}

/** The identity header the gateway would send for this person. */
async function identityOf(stack: Stack, sub: string, role: 'traveller' | 'host'): Promise<Record<string, string>> {
  const key = createPrivateKey(Buffer.from(stack.identityPrivateKey, 'base64'))
  return { 'x-fernweh-identity': await signIdentity({ sub, role, sid: 'e2e' }, key) }
}

/** Imports an ended visit and waits until a review of it can be written. */
export async function importVisit(stack: Stack, travellerId: string, experienceId: string): Promise<string> {
  const bookingId = `visit-${randomUUID()}`
  const visited = { sessionId: visitedSessionId(experienceId), bookingId, travellerId, seats: 1 }
  await callOps(stack, 'bookings-processor', '/ops/bookings', { bookings: [visited] })
  const identity = await identityOf(stack, travellerId, 'traveller')
  const url = `${stack.urls.reviews}/bookings/${bookingId}/review`
  const invitation = () => get<{ visit: object | null }>(url, identity)
  await expect.poll(async () => (await invitation()).visit).not.toBeNull()
  return bookingId
}

async function get<T>(url: string, headers: Record<string, string> = {}): Promise<T> {
  const answer = await fetch(url, { headers })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return (await answer.json()) as T
}

/** On the experience's page: holds two seats of the session and waits for the answer. */
export async function holdTwoSeats(page: Page, sessionId: string): Promise<void> {
  await page.locator(`[data-session="${sessionId}"]`).click()
  await page.getByRole('button', { name: 'Hold 2 seats' }).click()
  await expect(page.locator('p', { hasText: 'You hold 2 seats' })).toBeVisible()
}

/** The text of a session's free seats, e.g. "8 seats left". */
export function seatsLeft(page: Page, sessionId: string): Locator {
  return page
    .locator(`[data-session="${sessionId}"]`)
    .getByText(/seats? left/)
    .first()
}

/** Waits until the path answers again after its process was down, at most one poll of its readiness. */
export async function waitUntilAvailable(page: Page, path: string): Promise<void> {
  await expect.poll(async () => (await page.request.get(path)).status()).toBe(200)
}

/** Returns a function that tells whether the page is still the same document. */
export async function markDocument(page: Page): Promise<() => Promise<boolean>> {
  const mark = Math.random()
  await page.evaluate((value) => Object.assign(window, { __mark: value }), mark)
  return () => page.evaluate((value) => (window as unknown as { __mark?: number }).__mark === value, mark)
}

/** Calls an operator endpoint with the ops token. */
export async function callOps(stack: Stack, process: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${stack.urls[process]}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.opsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} of ${process} answered ${answer.status}`)
}
