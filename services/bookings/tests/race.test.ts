/** Two hundred travellers want ten seats at once; with the guard off the same race oversells. */
import { isRefused } from '@fernweh/contracts/api/operation'
import { type CommandBatcher, createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSessionRules, type SessionClerk, type SessionRules } from '../src/session-clerk.ts'
import { auditBookings } from '../src/views/audit.ts'
import { migrations, open } from './world.ts'

const rules = createSessionRules({ holdSeconds: 600 })
/** Decides as if nobody else were there. */
const lax: SessionRules = {
  ...rules,
  decide: (command, session, now) => rules.decide(command, session && { ...session, held: 0 }, now),
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase(await migrations())
})
afterAll(() => database.drop())

const clerkOf = (which: SessionRules): SessionClerk =>
  createCommandBatcher({ pool: database.pool, rules: which, afterCommit() {} })

async function race(sessionId: string, clerks: SessionClerk[]): Promise<{ won: number; held: number }> {
  await open(database.pool, sessionId, { capacity: 10 })
  const wishes = Array.from({ length: 200 }, (_, i) => {
    const clerk = clerks[i % clerks.length] as CommandBatcher<never, never> as unknown as SessionClerk
    const command = {
      type: 'hold-seats' as const,
      sessionId,
      holdId: `${sessionId}-${i}`,
      travellerId: `t${i}`,
      seats: 1,
    }
    return clerk.execute(command, { key: `${sessionId}-${i}`, meta: { correlationId: 'race' } })
  })
  const answers = await Promise.allSettled(wishes)
  const won = answers.filter((answer) => answer.status === 'fulfilled' && !isRefused(answer.value)).length
  const { rows } = await database.pool.query('select held from sessions where session_id = $1', [sessionId])
  return { won, held: rows[0].held }
}

describe('200 concurrent holds on 10 seats', () => {
  it('give exactly 10 seats', async () => {
    expect(await race('guarded', [clerkOf(rules)])).toEqual({ won: 10, held: 10 })
  })

  it('give exactly 10 seats when two instances fight over the session', async () => {
    expect(await race('fought', [clerkOf(rules), clerkOf(rules)])).toEqual({ won: 10, held: 10 })
  })

  it('are stopped by the database when the rule is gone', async () => {
    const { won, held } = await race('constrained', [clerkOf(lax)])
    expect(won).toBeLessThanOrEqual(10)
    expect(held).toBeLessThanOrEqual(10)
  })

  it('oversell when the constraint is gone too, and the audit says so', async () => {
    await database.pool.query('alter table sessions drop constraint seats_within_capacity')
    expect(await race('unguarded', [clerkOf(lax)])).toEqual({ won: 200, held: 200 })
    const broken = (await auditBookings(database.pool)).filter(({ ok }) => !ok)
    expect(broken.map(({ name }) => name)).toContain('no session is oversold')
  })
})
