import { createPrivateKey, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { listSessions } from '@fernweh/contracts/api/bookings'
import { createPool, type Pool } from '@fernweh/kit/server/database/database'
import { IDENTITY_HEADER, signIdentity } from '@fernweh/kit/server/http/identity'
import { type Stack, startStack } from '@fernweh/stack/topology/start-stack'
import type { Page } from 'playwright-core'
import { launchChromium } from '../browser/browser.ts'
import { firstExperience } from '../browser/first-experience.ts'
import { watchElement } from '../browser/watch-element.ts'
import { type Bench, type BenchOptions, type Row, row } from '../report/bench.ts'
import { percentile } from '../report/statistics.ts'
import { openFloor } from './floor.ts'

/** Faster changes of one feed would be conflated into one push. */
const PAUSE_MS = 100

export const live: Bench = {
  against: 'NATS → Socket.IO → text in a bare page, with nothing else',
  runs: 300,
  async run(options) {
    const stack = await startStack({ name: 'bench', log: options.log })
    const browser = await launchChromium()
    try {
      const floor = await openFloor(await browser.newPage(), stack.natsUrl)
      const holds = await openHolds(await browser.newPage(), stack)
      const rows = await compare(holds, floor, options)
      await holds.close()
      await floor.close()
      return rows
    } finally {
      await browser.close()
      await stack.close()
    }
  },
}

type Holds = Awaited<ReturnType<typeof openHolds>>
type Floor = Awaited<ReturnType<typeof openFloor>>

async function compare(holds: Holds, floor: Floor, { runs, quick, log }: BenchOptions): Promise<Row[]> {
  const samples = { holds: [] as number[], floor: [] as number[] }
  for (let i = 0; i < 5; i++) await holds.hold()
  for (let i = 0; i < (quick ? 10 : runs); i++) {
    if (i % 100 === 0) log(`hold ${i}`)
    samples.floor.push(await floor.push())
    samples.holds.push(await holds.hold())
  }
  return [0.5, 0.99].map((p) =>
    row({
      what: `commit of a hold → seats in another browser, p${p * 100}`,
      value: percentile(samples.holds, p),
      unit: 'ms',
      against: percentile(samples.floor, p),
    }),
  )
}

/** A traveller who holds and releases a seat, and a page of somebody else that shows the session. */
async function openHolds(page: Page, stack: Stack) {
  const pool = createPool(stack.database('bookings'))
  const path = await firstExperience(stack.url)
  const sessionId = await firstSession(stack, path.replace('/e/', ''))
  const token = await signIdentity(
    { sub: `bench-${randomUUID()}`, role: 'traveller', sid: 'bench' },
    privateKeyOf(stack),
  )
  await page.goto(stack.url + path)
  const nextChange = await watchElement(page, `[data-session="${sessionId}"]`)
  const call = (method: string, address: string, body?: object) => callBookings(stack, token, method, address, body)

  return {
    /** Milliseconds from the commit to the text in the page. */
    async hold(): Promise<number> {
      const shown = nextChange()
      const { booking } = await call('POST', '/holds', { sessionId, seats: 1 })
      const at = await shown
      const returned = nextChange()
      await call('POST', `/bookings/${booking.bookingId}/release`)
      await returned
      await sleep(PAUSE_MS)
      return at - (await committedAt(pool, sessionId, booking.bookingId))
    },
    close: () => pool.end(),
  }
}

async function firstSession({ urls }: Stack, experience: string): Promise<string> {
  const answer = await fetch(`${urls['bookings-api']}/sessions?experience=${experience}`)
  const { sessions } = listSessions.answer.parse(await answer.json())
  const free = sessions.find(({ data }) => data.seatsLeft > 1)
  if (!free) throw new Error(`${experience} has no free session`)
  return free.data.sessionId
}

async function callBookings({ urls }: Stack, token: string, method: string, address: string, body?: object) {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), [IDENTITY_HEADER]: token }
  const answer = await fetch(urls['bookings-api'] + address, { method, headers, body: JSON.stringify(body ?? {}) })
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as { booking: { bookingId: string } }
}

/** The database sets the event's time within its transaction: slightly before the commit, never after. */
async function committedAt(pool: Pool, sessionId: string, holdId: string): Promise<number> {
  const { rows } = await pool.query<{ at: number }>(
    `select extract(epoch from at)::float8 * 1000 as at from events
     where stream = $1 and data->>'holdId' = $2 and type = 'fernweh.bookings.seats-held'`,
    [`session.${sessionId}`, holdId],
  )
  return rows[0]?.at ?? NaN
}

function privateKeyOf({ identityPrivateKey }: Stack) {
  return createPrivateKey(Buffer.from(identityPrivateKey, 'base64').toString())
}
