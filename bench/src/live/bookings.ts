import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createPool, type Pool } from '@fernweh/kit/server/database/database'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { createTransport } from 'nodemailer'
import type { Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { type Bench, type BenchOptions, type Row, row } from '../report/bench.ts'
import { percentile } from '../report/statistics.ts'
import { withStackAndBrowser } from '../with-stack.ts'
import { openFloor } from './floor.ts'
import { createTraveller, firstSessions } from './traveller.ts'

const CARD = '4242 4242 4242 4242'
const TRAVELLER = 'emil'

export const bookings: Bench = {
  against: 'a push to a bare page, and a mail by nodemailer alone to a server that keeps nothing',
  runs: 60,
  run: (options) =>
    withStackAndBrowser({ fresh: true, log: options.log }, async (stack, browser) => {
      const page = await signedIn(await browser.newPage(), stack)
      const floor = await openFloor(await browser.newPage(), stack.natsUrl)
      const mails = await openMailFloor()
      const rows = await measure({ stack, page, floor, mails }, options)
      await mails.close()
      await floor.close()
      return rows
    }),
}

interface Setup {
  stack: Stack
  /** A page in another browser than the one that pays. */
  page: Page
  floor: Awaited<ReturnType<typeof openFloor>>
  mails: Awaited<ReturnType<typeof openMailFloor>>
}

async function measure({ stack, page, floor, mails }: Setup, { runs, quick, log }: BenchOptions): Promise<Row[]> {
  const samples = { shown: [] as number[], mailed: [] as number[], pushed: [] as number[], sent: [] as number[] }
  const databases = {
    bookings: createPool(stack.database('bookings')),
    mails: createPool(stack.database('notifications')),
  }
  const traveller = await createTraveller(stack, TRAVELLER)
  const { sessionIds } = await firstSessions(stack)
  for (let i = 0; i < (quick ? 3 : runs); i++) {
    if (i % 20 === 0) log(`booking ${i}`)
    const bookingId = await traveller.hold(sessionIds[i % sessionIds.length] as string)
    const url = await traveller.pay(bookingId)
    await page.goto(`${stack.url}/bookings/${bookingId}`)
    const shown = waitUntilConfirmed(page)
    await payAt(url)
    const [at, { committed, mailed }] = await Promise.all([shown, readTimes(databases, bookingId)])
    samples.shown.push(at - committed)
    samples.mailed.push(mailed - committed)
    samples.pushed.push(await floor.push())
    samples.sent.push(await mails.send())
  }
  await Promise.all([databases.bookings.end(), databases.mails.end()])
  return [0.5, 0.99].flatMap((p) => [
    row({
      what: `commit of a booking → its page in another browser, p${p * 100}`,
      value: percentile(samples.shown, p),
      unit: 'ms',
      against: percentile(samples.pushed, p),
    }),
    row({
      what: `commit of a booking → mail accepted, p${p * 100}`,
      value: percentile(samples.mailed, p),
      unit: 'ms',
      against: percentile(samples.sent, p),
    }),
  ])
}

async function signedIn(page: Page, { url }: Stack): Promise<Page> {
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: /^Emil/ }).click()
  await page.waitForURL(`${url}/`)
  return page
}

/** A string, because the compiler's helper functions do not exist in the page. */
const SEES_CONFIRMED = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector('[data-phase="confirmed"]')) resolve(performance.timeOrigin + performance.now())
  }
  new MutationObserver(look).observe(document, { subtree: true, attributes: true, childList: true })
  look()
})`

/** Resolves when the page shows the booking as confirmed, with the time in milliseconds since 1970. */
const waitUntilConfirmed = (page: Page) => page.evaluate<number>(SEES_CONFIRMED)

async function payAt(checkout: string): Promise<void> {
  const answer = await fetch(checkout, {
    method: 'POST',
    body: new URLSearchParams({ number: CARD }),
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`the provider answered ${answer.status}`)
}

/** Times at which the booking was committed and its mail accepted, by the database's clock, in milliseconds since 1970. */
async function readTimes(databases: { bookings: Pool; mails: Pool }, bookingId: string) {
  const booked = await eventually<{ id: string; at: number }>(
    databases.bookings,
    `select id, extract(epoch from at)::float8 * 1000 as at from events
      where type = 'fernweh.bookings.booking-confirmed' and data->>'bookingId' = $1`,
    bookingId,
  )
  const accepted = await eventually<{ at: number }>(
    databases.mails,
    `select extract(epoch from at)::float8 * 1000 as at from events
      where type = 'fernweh.notifications.mail-accepted' and stream = $1`,
    `mail.${booked.id}`,
  )
  return { committed: booked.at, mailed: accepted.at }
}

const TIMEOUT_MS = 20_000

async function eventually<R extends object>(pool: Pool, text: string, value: string): Promise<R> {
  const end = Date.now() + TIMEOUT_MS
  while (Date.now() < end) {
    const [found] = (await pool.query<R>(text, [value])).rows
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`not within ${TIMEOUT_MS} ms: ${value}`)
}

/** The baseline: sending a mail without storing anything. */
async function openMailFloor() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void stream.on('end', done).resume(),
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const transport = createTransport({ url: `smtp://127.0.0.1:${port}`, pool: true })
  const mail = { from: 'a@bench.example', to: 'b@bench.example', subject: 'Booked', text: 'See you there.' }

  return {
    /** Milliseconds until the mail is accepted. */
    async send(): Promise<number> {
      const began = performance.now()
      await transport.sendMail(mail)
      return performance.now() - began
    },
    async close(): Promise<void> {
      transport.close()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
