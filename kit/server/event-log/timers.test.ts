import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { until } from '../../testing/until.ts'
import { clearTimers, runTimers, setTimers } from './timers.ts'

const log = pino({ level: 'silent' })
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const set = (name: string, due: Date) => database.pool.query(setTimers([{ name, due, data: { name } }]))
const left = async () =>
  (await database.pool.query('select name from timers order by name')).rows.map(({ name }) => name)

function collect() {
  const fired: string[] = []
  const fire = async (due: { name: string }[]) => void fired.push(...due.map(({ name }) => name))
  return { fired, fire }
}

describe('timers', () => {
  it('fire once, also what came due while nothing ran', async () => {
    await set('past', new Date(Date.now() - 60_000))
    await set('later', new Date(Date.now() + 3_600_000))
    const { fired, fire } = collect()
    const timers = [runTimers({ pool: database.pool, fire, log }), runTimers({ pool: database.pool, fire, log })]
    await until(left, (names) => names.length === 1)
    await Promise.all(timers.map((timer) => timer.stop()))
    expect(fired).toEqual(['past'])
    expect(await left()).toEqual(['later'])
    await database.pool.query(clearTimers(['later']))
  })

  it('show operators those that are overdue', async () => {
    await set('overdue', new Date(Date.now() - 60_000))
    const metrics = new Registry()
    const timers = runTimers({ pool: database.pool, fire: () => Promise.reject(new Error('not yet')), log, metrics })
    await until(
      async () => (await database.pool.query('select 1 from timers where due > clock_timestamp()')).rowCount,
      (leased) => leased === 1,
    )
    await timers.stop()
    expect(await metrics.metrics()).toMatch(/^fernweh_timers_overdue 0$/m)
    await set('overdue', new Date(Date.now() - 60_000))
    const text = await metrics.metrics()
    expect(text).toMatch(/^fernweh_timers_overdue 1$/m)
    expect(text).toMatch(/^fernweh_timers_oldest_seconds 6\d\./m)
    await database.pool.query(clearTimers(['overdue']))
  })

  it('come again when what they started failed', async () => {
    await set('failing', new Date(Date.now() - 1_000))
    let tries = 0
    const fire = async () => {
      tries += 1
      if (tries > 1) return
      await database.pool.query(`update timers set due = clock_timestamp() where name = 'failing'`)
      throw new Error('not yet')
    }
    const timer = runTimers({ pool: database.pool, fire, log })
    await until(left, (names) => names.length === 0)
    await timer.stop()
    expect(tries).toBe(2)
  })
})
