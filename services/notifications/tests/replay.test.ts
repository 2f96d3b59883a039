/** The past is told once, and not by who was not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CONSUMERS } from '../src/domain/consumers.ts'
import { createWorld, type World } from './world.ts'

let world: World
let past: Awaited<ReturnType<World['changePassword']>>[]
beforeAll(async () => {
  world = await createWorld()
  await world.open('ann')
  await world.publish('tiles', 'Tiles')
  await world.openSession('tiles-1', 'tiles')
  past = [
    await world.signUp('eve'),
    await world.changePassword('ann'),
    await world.confirm('tiles-1', 'ann', { bookingId: 'b-1' }),
    await world.cancel('tiles-1', 'ann', 'b-1'),
  ]
  for (const event of past) await world.settled(event)
})
afterAll(() => world.end())

const copies = () => past.map((event) => world.mailsOf(event).length)

/** Everything the broker has comes again, to a service that remembers only what `forget` leaves it. */
async function replay(forget: string[]) {
  await world.stop()
  for (const name of Object.keys(CONSUMERS)) {
    const { owner } = CONSUMERS[name as keyof typeof CONSUMERS]
    await world.broker.jsm.consumers.delete(owner, name)
  }
  for (const text of ['delete from consumed', 'delete from known', ...forget]) await world.database.pool.query(text)
  await world.start()
  // What comes last in each stream was heard, and a mail that is wanted now is behind all that might have been.
  for (const event of past) await world.heard(event)
  await world.settled(await world.changePassword('ann'))
}

describe('a replay of everything', () => {
  it('sends nothing, and knows the same', async () => {
    await replay([])
    expect(copies()).toEqual([1, 1, 1, 1])
    expect(await world.waiting()).toEqual([])
    expect(await world.failingChecks()).toEqual([])
  })

  it('would send all of it again if it were not written down what was sent', async () => {
    await replay([`delete from heads where stream like 'mail.%'`, 'delete from events'])
    for (const event of past) await world.settled(event)
    expect(copies()).toEqual([2, 2, 2, 2])
  })
})

describe('a new installation beside an old log', () => {
  const forgetAll = [`delete from heads where stream like 'mail.%'`, 'delete from events']

  it('tells nothing of the past, but knows it', async () => {
    await replay([...forgetAll, 'update installation set since = clock_timestamp()'])
    expect(copies()).toEqual([2, 2, 2, 2])
    const cancelled = await world.cancel('tiles-1', 'ann', 'b-1')
    await world.settled(cancelled)
    expect(world.mailsOf(cancelled)[0]?.text).toContain('We are sending back €65.')
    expect(await world.failingChecks()).toEqual([])
  })

  it('would tell all of it if it thought itself older', async () => {
    await replay([...forgetAll, `update installation set since = '2020-01-01'`])
    for (const event of past) await world.settled(event)
    expect(copies()).toEqual([3, 3, 3, 3])
  })
})

describe('the audit', () => {
  it('sees a mail that is missing', async () => {
    const [event] = past
    await world.database.pool.query('delete from heads where stream = $1', [`mail.${event?.id}`])
    expect(await world.failingChecks()).toMatchObject([
      { name: 'every event that needs a mail has one: accepted, given up or waiting', detail: `1: ${event?.id}` },
    ])
    await world.database.pool.query('insert into heads values ($1, 1)', [`mail.${event?.id}`])
  })

  it('sees a mail that nobody wanted, and one that comes twice', async () => {
    const stray = '0d9bd9a2-5b0e-4c39-9f1e-000000000042'
    await world.database.pool.query(`insert into heads values ('mail.${stray}', 2)`)
    expect((await world.failingChecks()).map(({ detail }: { detail: string }) => detail)).toEqual([
      `1: ${stray}`,
      `1: ${stray}`,
    ])
    await world.database.pool.query(`delete from heads where stream = 'mail.${stray}'`)
  })

  it('sees a fact that is not what was heard', async () => {
    await world.database.pool.query(`update known set data = data || '{"title": "Towels"}' where noun = 'experience'`)
    expect(await world.failingChecks()).toMatchObject([{ name: 'facts equal their rebuild' }])
  })
})
