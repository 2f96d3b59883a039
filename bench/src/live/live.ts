import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { createPool, type Pool } from '@fernweh/kit/server/database/database'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import type { Page } from 'playwright-core'
import { openLivePage } from '../browser/open-live-page.ts'
import { watchElement } from '../browser/watch-element.ts'
import { type Bench, type BenchOptions, type Row, row } from '../report/bench.ts'
import { percentile } from '../report/statistics.ts'
import { withStackAndBrowser } from '../with-stack.ts'
import { openFloor } from './floor.ts'
import { createTraveller, firstSessions } from './traveller.ts'

/** Faster changes of one feed would be conflated into one push. */
const PAUSE_MS = 100

export const live: Bench = {
  against: 'NATS → Socket.IO → text in a bare page, with nothing else',
  runs: 300,
  run: (options) =>
    withStackAndBrowser({ log: options.log }, async (stack, browser) => {
      const floor = await openFloor(await browser.newPage(), stack.natsUrl)
      const holds = await openHolds(await browser.newPage(), stack)
      const rows = await compare(holds, floor, options)
      await holds.close()
      await floor.close()
      return rows
    }),
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
  const { path, sessionIds } = await firstSessions(stack)
  const sessionId = sessionIds[0] as string
  const traveller = await createTraveller(stack, `bench-${randomUUID()}`)
  await openLivePage(page, stack.url + path, sessionId)
  const nextChange = await watchElement(page, `[data-session="${sessionId}"]`)

  return {
    /** Milliseconds from the commit to the text in the page. */
    async hold(): Promise<number> {
      const shown = nextChange()
      const bookingId = await traveller.hold(sessionId)
      const at = await shown
      const returned = nextChange()
      await traveller.release(bookingId)
      await returned
      await sleep(PAUSE_MS)
      return at - (await committedAt(pool, sessionId, bookingId))
    },
    close: () => pool.end(),
  }
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
