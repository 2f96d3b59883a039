/** Two hundred travellers want ten seats at once; with the guard off the same race oversells. */
import { isRefused } from '@fernweh/contracts/api/operation'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditBookings } from '../src/audit.ts'
import { createProjectedDecider, type SessionBatcher, type SessionDecider } from '../src/views/project.ts'
import { migrations, open } from './world.ts'

const decider = createProjectedDecider({ holdSeconds: 600 })
/** Decides as if nobody else were there. */
const lax: SessionDecider = {
  ...decider,
  decide: (command, session, now) => decider.decide(command, session && { ...session, held: 0 }, now),
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(await migrations())
})
afterAll(() => database.drop())

const batcherOf = (which: SessionDecider): SessionBatcher =>
  createCommandBatcher({ pool: database.pool, decider: which, afterCommit() {} })

async function race(sessionId: string, batchers: SessionBatcher[]): Promise<{ won: number; held: number }> {
  await open(database.pool, sessionId, { capacity: 10 })
  const holds = Array.from({ length: 200 }, (_, i) => {
    const batcher = batchers[i % batchers.length] as SessionBatcher
    const command = {
      type: 'hold-seats' as const,
      sessionId,
      holdId: `${sessionId}-${i}`,
      travellerId: `t${i}`,
      seats: 1,
    }
    return batcher.execute(command, { key: `${sessionId}-${i}`, meta: { correlationId: 'race' } })
  })
  const answers = await Promise.allSettled(holds)
  const won = answers.filter((answer) => answer.status === 'fulfilled' && !isRefused(answer.value)).length
  const { rows } = await database.pool.query('select held from sessions where session_id = $1', [sessionId])
  return { won, held: rows[0].held }
}

describe('200 concurrent holds on 10 seats', () => {
  it('give exactly 10 seats', async () => {
    expect(await race('guarded', [batcherOf(decider)])).toEqual({ won: 10, held: 10 })
  })

  it('give exactly 10 seats when two instances fight over the session', async () => {
    expect(await race('fought', [batcherOf(decider), batcherOf(decider)])).toEqual({ won: 10, held: 10 })
  })

  it('are stopped by the database without the rule', async () => {
    const { won, held } = await race('constrained', [batcherOf(lax)])
    expect(won).toBeLessThanOrEqual(10)
    expect(held).toBeLessThanOrEqual(10)
  })

  it('oversell without the constraint too, and the audit says so', async () => {
    await database.pool.query('alter table sessions drop constraint seats_within_capacity')
    expect(await race('unguarded', [batcherOf(lax)])).toEqual({ won: 200, held: 200 })
    const broken = (await auditBookings(database.pool)).filter(({ ok }) => !ok)
    expect(broken.map(({ name }) => name)).toContain('no session is oversold')
  })
})
