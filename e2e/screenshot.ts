/** Takes the README's screenshots of a freshly seeded stack: `npm run screenshot -w e2e`. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromiumPath } from '@fernweh/stack/host/chromium'
import { type Stack, startStack } from '@fernweh/stack/topology/start-stack'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { waitUntilSettled } from './support/all-pages.ts'
import { bookSeats } from './support/booking.ts'
import { signInAs } from './support/fixtures.ts'

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const EXPERIENCE = 'lisbon-dusk-sail'

const desktop = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }
const phone = { viewport: { width: 390, height: 1020 }, deviceScaleFactor: 1.5, isMobile: true, hasTouch: true }

const shots = [
  { name: 'home', path: '/', device: desktop },
  { name: 'experience', path: `/e/${EXPERIENCE}`, device: desktop },
  { name: 'results', path: '/find?city=Lisbon', device: phone },
  { name: 'booking', path: 'booking', device: phone },
]

async function takeAll(browser: Browser, stack: Stack) {
  const ann = await signInAs(browser, { baseURL: stack.url, locale: 'en-GB' }, 'Ann')
  const booking = `/bookings/${await bookSeats(ann, await soonest(stack))}`
  const storageState = await ann.context().storageState()
  for (const { name, path, device } of shots) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const base = { baseURL: stack.url, locale: 'en-GB', timezoneId: 'Europe/Berlin', storageState }
      const context = await browser.newContext({ ...device, ...base, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await page.goto(path === 'booking' ? booking : path)
      await waitUntilSettled(page)
      await keep(page, `${name}-${colorScheme}`)
      await context.close()
    }
  }
}

async function soonest({ urls }: Stack) {
  const answer = await fetch(`${urls['bookings-api']}/sessions?experience=${EXPERIENCE}`)
  const { sessions } = (await answer.json()) as { sessions: { data: { sessionId: string } }[] }
  return { experienceId: EXPERIENCE, sessionId: sessions[0]?.data.sessionId as string }
}

async function keep(page: Page, name: string) {
  await sharp(await page.screenshot())
    .webp({ quality: 80, effort: 6 })
    .toFile(`${folder}${name}.webp`)
}

mkdirSync(folder, { recursive: true })
const stack = await startStack({ name: 'screenshot', fresh: true })
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox'] })
try {
  await takeAll(browser, stack)
} finally {
  await browser.close()
  await stack.close()
}
