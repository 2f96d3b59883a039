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
import { createTraveller, firstSessions } from './traveller.ts'

const HOLD_SECONDS = 1

export const expiry: Bench = {
  against: 'a timer of Node.js that commits one row to the same PostgreSQL when it is due',
  runs: 60,
  run(options) {
    const env = { 'bookings-api': { HOLD_SECONDS: String(HOLD_SECONDS) } }
    return withStackAndBrowser({ log: options.log, env }, async (stack, browser) =>
      measure(stack, await browser.newPage(), options),
    )
  },
}

/** Milliseconds after the end of a hold. */
interface Lateness {
  committed: number
  shown: number
}

async function measure(stack: Stack, page: Page, { runs, quick, log }: BenchOptions): Promise<Row[]> {
  const pool = createPool(stack.database('bookings'))
  const expire = await openHolds(stack, page, pool)
  const floor = await openFloor(pool)
  const samples: (Lateness & { floor: number })[] = []
  for (let i = 0; i < (quick ? 3 : runs); i++) {
    if (i % 20 === 0) log(`hold ${i}`)
    samples.push({ ...(await expire()), floor: await floor() })
  }
  await pool.query('drop table bench_timers')
  await pool.end()
  return [0.5, 0.99].flatMap((p) => {
    const at = (of: 'committed' | 'shown' | 'floor') =>
      percentile(
        samples.map((sample) => sample[of]),
        p,
      )
    const compared = { unit: 'ms', against: at('floor') }
    return [
      row({ what: `end of a hold → expiry committed, p${p * 100}`, value: at('committed'), ...compared }),
      row({ what: `end of a hold → free seats in another browser, p${p * 100}`, value: at('shown'), ...compared }),
    ]
  })
}

/** Returns a function that holds a seat and waits until it has expired. */
async function openHolds(stack: Stack, page: Page, pool: Pool): Promise<() => Promise<Lateness>> {
  const { path, sessionIds } = await firstSessions(stack)
  const sessionId = sessionIds[0] as string
  const traveller = await createTraveller(stack, `bench-${randomUUID()}`)
  await openLivePage(page, stack.url + path, sessionId)
  const nextChange = await watchElement(page, `[data-session="${sessionId}"]`)
  return async () => {
    const held = nextChange()
    const bookingId = await traveller.hold(sessionId)
    await held
    const shown = await nextChange()
    const { due, committed } = await readTimes(pool, sessionId, bookingId)
    return { committed: committed - due, shown: shown - due }
  }
}

/** When the hold was to end and when its expiry was committed, by the database's clock, in milliseconds since 1970. */
async function readTimes(pool: Pool, sessionId: string, holdId: string): Promise<{ due: number; committed: number }> {
  const { rows } = await pool.query<{ due: number; committed: number }>(
    `select extract(epoch from (held.data->>'expiresAt')::timestamptz)::float8 * 1000 as due,
        extract(epoch from expired.at)::float8 * 1000 as committed
       from events held join events expired using (stream)
      where stream = $1 and held.data->>'holdId' = $2 and expired.data->>'holdId' = $2
        and held.type = 'fernweh.bookings.seats-held' and expired.type = 'fernweh.bookings.hold-expired'`,
    [`session.${sessionId}`, holdId],
  )
  const [times] = rows
  if (!times) throw new Error(`the hold ${holdId} has no expiry in the log`)
  return times
}

/** The least that something due at a time can take. */
async function openFloor(pool: Pool): Promise<() => Promise<number>> {
  await pool.query('create table if not exists bench_timers (at timestamptz not null)')
  return async () => {
    const due = Date.now() + 100
    await sleep(due - Date.now())
    await pool.query('insert into bench_timers values (now())')
    return Date.now() - due
  }
}
