import { pino } from 'pino'
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
