import type { Pool } from '@fernweh/kit/server/database/database'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { expect, it } from 'vitest'
import { createCounter } from './counter.ts'

/** A counter whose database answers with the number of tries so far, or fails. */
function createCase({ points, isDown }: { points: number; isDown: boolean }) {
  const statements: { values: unknown[] }[] = []
  const warnings: string[] = []
  const stored = new Map<unknown, number>()
  async function query(statement: { values: unknown[] }) {
    statements.push(statement)
    if (isDown) throw new Error('the database is down')
    const [key, change] = statement.values as [string, number]
    stored.set(key, (stored.get(key) ?? 0) + change)
    return { rows: [{ points: stored.get(key), expire: null }] }
  }
  const log = { warn: (_: object, text: string) => warnings.push(text) } as unknown as Logger
  const counter = createCounter({ name: 'mails-pair', points, seconds: 60, pool: { query } as unknown as Pool, log })
  return { counter, statements, warnings }
}

it.each([true, false])('as many tries as there are points, whether the database is down: %s', async (isDown) => {
  const { counter } = createCase({ points: 2, isDown })
  expect([await counter.take('ann'), await counter.take('ann'), await counter.take('ann')]).toEqual([true, true, false])
  expect(await counter.take('bob')).toBe(true)
})

it.each([true, false])(
  'a try that is given back can be taken again, whether the database is down: %s',
  async (isDown) => {
    const { counter } = createCase({ points: 1, isDown })
    expect(await counter.take('ann')).toBe(true)
    await counter.giveBack('ann')
    expect([await counter.take('ann'), await counter.take('ann')]).toEqual([true, false])
  },
)

it('an operator learns of each try that was counted by this instance alone', async () => {
  const { counter, warnings } = createCase({ points: 1, isDown: true })
  await counter.take('ann')
  expect(warnings).toEqual(['table of tries unusable, tries counted by this instance alone'])
})

it('too many tries are no reason to warn', async () => {
  const { counter, warnings } = createCase({ points: 1, isDown: false })
  await counter.take('ann')
  await counter.take('ann')
  expect(warnings).toEqual([])
})

it('what is counted cannot be read from the key, and a long one fits', async () => {
  const { counter, statements } = createCase({ points: 1, isDown: false })
  await counter.take(`${'ann'.repeat(200)}@people.example`)
  const [key] = statements[0]?.values ?? []
  expect(key).toMatch(/^mails-pair:[\w-]{43}$/)
})
