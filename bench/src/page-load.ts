import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { type Cookies, inFreshBrowser, type Profile } from './browser.ts'
import { keepLedger, kilobytes, type Request, waterfallDepth } from './request-ledger.ts'

/** Times in milliseconds since navigation, sizes in kilobytes on the wire. */
export interface PageLoad {
  requests: number
  failed: number
  /** Before the live connection's. */
  jsKb: number
  allJsKb: number
  totalKb: number
  /** Document → scripts → …, before the live connection. */
  depth: number
  fcp: number
  lcp: number
  /** Which element that was. */
  lcpOf: string
  /** The main content is there: the first paint of the heading of the fragment that owns the page (Element Timing). */
  main: number
  cls: number
  /** What moved. */
  shifted: string[]
  tbt: number
  /** Requests that the first paint waited for, as the browser says. */
  blocking: number
}

declare const benchProbe: () => Omit<PageLoad, keyof ReturnType<typeof summarise>>

const PROBE = fileURLToPath(new URL('./probe.js', import.meta.url))
const CLICKER = fileURLToPath(new URL('./clicker.js', import.meta.url))
/** Nothing was asked for or arrived for this long: the page is done. */
const QUIET_MS = 1_500
const PATIENCE_MS = 60_000

/** `before` happens at the last moment. */
interface LoadOptions {
  cookies?: Cookies
  before?: () => void
}

export function measureLoad(
  url: string,
  profile: Profile,
  { cookies = [], before }: LoadOptions = {},
): Promise<PageLoad> {
  return inFreshBrowser({ profile, cookies }, async (page, devtools) => {
    const ledger = keepLedger(devtools)
    await page.addInitScript({ path: PROBE })
    before?.()
    const answer = await page.goto(url, { timeout: PATIENCE_MS })
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`)
    await untilQuiet(page, ledger.quietFor)
    const seen = await page.evaluate(() => benchProbe())
    if (seen.main === null) throw new Error(`${url}: the heading of its owning fragment was never painted`)
    return { ...summarise(ledger.all()), ...seen }
  })
}

async function untilQuiet(page: Page, quietFor: () => number): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (quietFor() < QUIET_MS && Date.now() < end) await page.waitForTimeout(100)
}

function summarise(requests: Request[]) {
  const early = beforeSocket(requests)
  const scripts = (some: Request[]) => some.filter(({ kind }) => kind === 'script')
  return {
    requests: requests.length,
    failed: requests.filter(({ failed }) => failed).length,
    jsKb: kilobytes(scripts(early)),
    allJsKb: kilobytes(scripts(requests)),
    totalKb: kilobytes(requests),
    depth: waterfallDepth(early),
  }
}

/** The chunk of the live connection is asked for when the page has come to life; the frame's fragments come as late. */
function beforeSocket(requests: Request[]): Request[] {
  const socket = requests.find(({ url }) => /\/socket\.[^/]*$/.test(url))
  return socket ? requests.filter(({ began }) => began < socket.began) : requests
}

export type Click =
  /** Counts when a link, a form or a script takes it; with `effect`, when that matches, which it must not before. */
  | { selector: string; effect?: string }
  /** Counts when a script takes it, which leads somewhere without one. */
  | { selector: string; by: 'script' }
  /** No click, for a page where nothing needs a script: the moment this matches. */
  | { effect: string }

/** When the first click that worked was made; clicks are tried from the moment there is something to click. */
export function measureClick(url: string, profile: Profile, click: Click, cookies: Cookies = []): Promise<number> {
  return inFreshBrowser({ profile, cookies }, async (page) => {
    let clicked = (_at: number) => {}
    const worked = new Promise<number>((resolve, reject) => {
      clicked = resolve
      setTimeout(() => reject(new Error(`${url}: nothing came of ${JSON.stringify(click)}`)), PATIENCE_MS).unref()
    })
    await page.exposeFunction('benchClicked', (at: number) => clicked(at))
    await page.addInitScript(`globalThis.benchClick = ${JSON.stringify(click)}`)
    await page.addInitScript({ path: CLICKER })
    const [at] = await Promise.all([worked, page.goto(url, { waitUntil: 'commit', timeout: PATIENCE_MS })])
    return at
  })
}
