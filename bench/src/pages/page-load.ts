import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { type Cookies, inFreshBrowser, type NetworkProfile } from '../browser/browser.ts'
import { keepLedger, kilobytes, type Request, waterfallDepth } from './request-ledger.ts'

/** Times in milliseconds since navigation, sizes in kilobytes on the wire. */
export interface PageLoad {
  requests: number
  failed: number
  /** JavaScript before the socket's chunk. */
  jsKb: number
  allJsKb: number
  totalKb: number
  /** Length of the chain document → scripts → …, before the socket's chunk. */
  depth: number
  fcp: number
  lcp: number
  /** The largest element. */
  lcpOf: string
  /** First paint of the main fragment's heading (Element Timing). */
  main: number
  cls: number
  /** Elements that were shifted. */
  shifted: string[]
  tbt: number
  /** Render-blocking requests, as reported by the browser. */
  blocking: number
}

declare const benchProbe: () => Omit<PageLoad, keyof ReturnType<typeof summarise>>

const PROBE = fileURLToPath(new URL('./probe.js', import.meta.url))
const CLICKER = fileURLToPath(new URL('./clicker.js', import.meta.url))
/** The page counts as loaded after this long without network activity. */
const QUIET_MS = 1_500
const TIMEOUT_MS = 60_000

/** `before` runs right before the navigation. */
interface LoadOptions {
  cookies?: Cookies
  before?: () => void
}

export function measureLoad(
  url: string,
  profile: NetworkProfile,
  { cookies = [], before }: LoadOptions = {},
): Promise<PageLoad> {
  return inFreshBrowser({ profile, cookies }, async (page, devtools) => {
    const ledger = keepLedger(devtools)
    await page.addInitScript({ path: PROBE })
    before?.()
    const answer = await page.goto(url, { timeout: TIMEOUT_MS })
    if (!answer?.ok()) throw new Error(`${url} answered ${answer?.status()}`)
    await untilQuiet(page, ledger.quietFor)
    const seen = await page.evaluate(() => benchProbe())
    if (seen.main === null) throw new Error(`${url}: the heading of its owning fragment was never painted`)
    return { ...summarise(ledger.all()), ...seen }
  })
}

async function untilQuiet(page: Page, quietFor: () => number): Promise<void> {
  const end = Date.now() + TIMEOUT_MS
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

/** The socket's chunk is requested once the page is interactive, as are the frame's fragments. */
function beforeSocket(requests: Request[]): Request[] {
  const socket = requests.find(({ url }) => /\/socket\.[^/]*$/.test(url))
  return socket ? requests.filter(({ began }) => began < socket.began) : requests
}

export type Click =
  /** Counts when a link, form or script handles the click; with `effect`, when that selector starts to match. */
  | { selector: string; effect?: string }
  /** Counts when a script handles the click of a link or form. */
  | { selector: string; by: 'script' }
  /** Without a click, for pages where nothing needs a script: when this selector matches. */
  | { effect: string }

/** Time of the first click that worked; clicks are tried as soon as the element exists. */
export function measureClick(
  url: string,
  profile: NetworkProfile,
  click: Click,
  cookies: Cookies = [],
): Promise<number> {
  return inFreshBrowser({ profile, cookies }, async (page) => {
    let clicked = (_at: number) => {}
    const worked = new Promise<number>((resolve, reject) => {
      clicked = resolve
      setTimeout(() => reject(new Error(`${url}: nothing came of ${JSON.stringify(click)}`)), TIMEOUT_MS).unref()
    })
    await page.exposeFunction('benchClicked', (at: number) => clicked(at))
    await page.addInitScript(`globalThis.benchClick = ${JSON.stringify(click)}`)
    await page.addInitScript({ path: CLICKER })
    const [at] = await Promise.all([worked, page.goto(url, { waitUntil: 'commit', timeout: TIMEOUT_MS })])
    return at
  })
}
