import { chromiumPath } from '@fernweh/stack/host/chromium'
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'

export interface NetworkProfile {
  name: string
  /** Milliseconds per request and kbit/s; not throttled if absent. */
  network?: { latency: number; down: number; up: number }
  /** CPU slowdown factor. */
  cpu: number
  viewport: { width: number; height: number }
  scale: number
}

/** Lighthouse's DevTools throttling for a slow phone. */
export const slow4g: NetworkProfile = {
  name: 'slow 4G',
  network: { latency: 562.5, down: 1474.56, up: 675 },
  cpu: 4,
  viewport: { width: 412, height: 823 },
  scale: 1.75,
}
export const unthrottled: NetworkProfile = {
  name: 'unthrottled',
  cpu: 1,
  viewport: { width: 1350, height: 940 },
  scale: 1,
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
]

/** Cookies of a signed-in person; empty for a visitor. */
export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

export async function launchChromium(more: string[] = []) {
  return chromium.launch({ executablePath: await chromiumPath(), args: [...ARGUMENTS, ...more] })
}

/** Runs `work` on an empty page of a new browser with empty caches. */
export async function inFreshBrowser<T>(
  { profile, cookies = [] }: { profile: NetworkProfile; cookies?: Cookies },
  work: (page: Page, devtools: CDPSession) => Promise<T>,
): Promise<T> {
  const browser = await launchChromium()
  try {
    const { viewport, scale: deviceScaleFactor } = profile
    const context = await browser.newContext({ viewport, deviceScaleFactor, ignoreHTTPSErrors: true })
    await context.addCookies(cookies)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await throttle(devtools, profile)
    return await work(page, devtools)
  } finally {
    await browser.close()
  }
}

async function throttle(devtools: CDPSession, { network, cpu }: NetworkProfile) {
  await devtools.send('Network.enable')
  if (network) {
    const bytesPerSecond = (kbits: number) => (kbits * 1024) / 8
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: bytesPerSecond(network.down),
      uploadThroughput: bytesPerSecond(network.up),
    })
  }
  if (cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
}
