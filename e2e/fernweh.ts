/** The stage of every story: a real stack, and people in browsers of their own. */

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
import { mailboxOf, stripeOf } from './third-parties.ts'

export { expect } from '@playwright/test'
export { cards, payWith } from './third-parties.ts'

interface OnStage {
  /** A signed-out page of a new person. */
  visitor: Page
  ann: Page
  bob: Page
  /** Cleo, who looks on; always with JavaScript, so that what she sees is live. */
  watcher: Page
  /** The simulated payment provider, which behaves well again after each story. */
  stripe: ReturnType<typeof stripeOf>
  /** The local mailbox, which works again after each story. */
  mailbox: ReturnType<typeof mailboxOf>
}
export interface Behind {
  /** How long seats are held; another value gets a stack of its own. */
  holdSeconds: number
  /** How long after its beginning a session counts as over; 0 leaves it its own duration. */
  visitSeconds: number
  stack: Stack
}

const WELL = {
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
  },
  mailbox: { down: false, loseAnswers: 0, delayMs: 0, refuse: null },
}

export const test = base.extend<OnStage, Behind>({
  holdSeconds: [600, { option: true, scope: 'worker' }],
  visitSeconds: [0, { option: true, scope: 'worker' }],
  stack: [
    async ({ holdSeconds, visitSeconds }, use, { parallelIndex }) => {
      const env = {
        // All the people of a story come from one network.
        accounts: { MAILS_PER_NETWORK: '1000', SIGN_IN_TRIES_PER_NETWORK: '1000' },
        // The pages for builders and the pseudo-locale are proved, too.
        gateway: { DEVELOPMENT: '1', LANGUAGES: 'en,de,ar,en-XA' },
        // Printing ahead takes a core for half a minute, and stories look at few pictures.
        pictures: { WARM_PICTURES: '0' },
        'bookings-api': { HOLD_SECONDS: String(holdSeconds) },
        'bookings-processor': visitSeconds ? { VISIT_SECONDS: String(visitSeconds) } : {},
      }
      const stack = await startStack({ name: `e2e-${parallelIndex}`, fresh: true, env })
      await use(stack)
      await stack.close()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ stack }, use) => use(stack.url),
  stripe: async ({ stack }, use) => {
    const stripe = stripeOf(stack)
    await use(stripe)
    await stripe.set(WELL.stripe)
  },
  mailbox: async ({ stack }, use) => {
    const mailbox = mailboxOf(stack)
    await use(mailbox)
    await mailbox.set(WELL.mailbox)
  },
  visitor: async ({ browser, stack, javaScriptEnabled }, use) => {
    await use(await (await browser.newContext({ baseURL: stack.url, javaScriptEnabled })).newPage())
  },
  ann: async ({ browser, stack, javaScriptEnabled }, use) => {
    await use(await goAs(browser, { baseURL: stack.url, javaScriptEnabled }, 'Ann'))
  },
  bob: async ({ browser, stack, javaScriptEnabled }, use) => {
    await use(await goAs(browser, { baseURL: stack.url, javaScriptEnabled }, 'Bob'))
  },
  watcher: async ({ browser, stack }, use) => {
    await use(await goAs(browser, { baseURL: stack.url, javaScriptEnabled: true }, 'Cleo'))
  },
})

/** Signs in as one of the people of the start screen, in a browser context of their own. */
export async function goAs(browser: Browser, options: BrowserContextOptions, name: string): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name }).click()
  await page.waitForURL('/')
  return page
}

export interface Seat {
  experienceId: string
  sessionId: string
}

/** The `nth` experience with its soonest session, which is free; every story takes another one. */
export async function anExperience(stack: Stack, nth: number): Promise<Seat> {
  const experienceId = quietExperiences()[nth] as string
  const { sessions } = await get<{ sessions: { data: { sessionId: string } }[] }>(
    `${stack.urls['bookings-api']}/sessions?experience=${experienceId}`,
  )
  return { experienceId, sessionId: sessions[0]?.data.sessionId as string }
}

/** Its host schedules another session of the experience, which begins in so many milliseconds; open for holds at once. */
export async function aSessionSoon(stack: Stack, experienceId: string, inMs: number): Promise<string> {
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

/** What the gateway says of somebody to those behind it. */
async function identityOf(stack: Stack, sub: string, role: 'traveller' | 'host'): Promise<Record<string, string>> {
  const key = createPrivateKey(Buffer.from(stack.identityPrivateKey, 'base64'))
  return { 'x-fernweh-identity': await signIdentity({ sub, role, sid: 'story' }, key) }
}

/** Somebody was there: an operator imports a visit that is over, and reviews invites to write of it. */
export async function visit(stack: Stack, travellerId: string, experienceId: string): Promise<string> {
  const bookingId = `visit-${randomUUID()}`
  const visited = { sessionId: visitedSessionId(experienceId), bookingId, travellerId, seats: 1 }
  await ops(stack, 'bookings-processor', '/ops/bookings', { bookings: [visited] })
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

/** On the experience's page: asks for two seats of the session and waits for the decision. */
export async function holdTwoSeats(page: Page, sessionId: string): Promise<void> {
  await page.locator(`[data-session="${sessionId}"]`).click()
  await page.getByRole('button', { name: 'Hold 2 seats' }).click()
  await expect(page.locator('p', { hasText: 'You hold 2 seats' })).toBeVisible()
}

/** What the page says of a session's free seats, e.g. "8 seats left". */
export function seatsLeft(page: Page, sessionId: string): Locator {
  return page
    .locator(`[data-session="${sessionId}"]`)
    .getByText(/seats? left/)
    .first()
}

/** Waits until those who ask a fragment that was away have noticed that it is back: at most a poll of its readiness. */
export async function comesBack(page: Page, path: string): Promise<void> {
  await expect.poll(async () => (await page.request.get(path)).status()).toBe(200)
}

/** Later says whether the page is still the same document, not loaded again. */
export async function markDocument(page: Page): Promise<() => Promise<boolean>> {
  const mark = Math.random()
  await page.evaluate((value) => Object.assign(window, { __mark: value }), mark)
  return () => page.evaluate((value) => (window as unknown as { __mark?: number }).__mark === value, mark)
}

/** A switch for the tests only, behind the ops token. */
export async function ops(stack: Stack, process: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${stack.urls[process]}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stack.opsToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} of ${process} answered ${answer.status}`)
}
