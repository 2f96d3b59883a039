/** What a mail server may do to us. */
import { randomUUID } from 'node:crypto'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorld, inHours, type World } from './world.ts'

const accepted = { type: 'fernweh.notifications.mail-accepted' }
const givenUp = (reason: string) => ({ type: 'fernweh.notifications.mail-given-up', data: { reason } })

let world: World
/** Somebody whom no other test knows. */
let ann: string
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  // A process counts how often the mail server has failed.
  await world.restart()
  world.mailServer.forget()
  ann = `ann-${randomUUID()}`
  await world.open(ann)
})

const tried = (times: number) =>
  until(
    () => world.waiting(),
    ([call]) => call?.attempts >= times,
  )

describe('a mail server', () => {
  it.each(['connect', 'sender', 'recipient', 'data'] as const)(
    'that cuts the conversation (%s) is asked again',
    async (stage) => {
      world.mailServer.behave(stage, 'cut')
      const event = await world.changePassword(ann)
      await tried(2)
      world.mailServer.behave(stage, undefined)
      expect(await world.settled(event)).toMatchObject(accepted)
      expect(world.mailsOf(event)).toHaveLength(1)
    },
  )

  it('that does not answer in time is asked again', async () => {
    world.mailServer.behave('data', 'hang')
    const event = await world.changePassword(ann)
    await tried(2)
    world.mailServer.behave('data', undefined)
    expect(await world.settled(event)).toMatchObject(accepted)
    expect(world.mailsOf(event)).toHaveLength(1)
  })

  it('whose answer is lost gets a copy with the same Message-ID', async () => {
    world.mailServer.behave('data', 'lose-answer')
    const event = await world.changePassword(ann)
    await until(
      () => world.mailsOf(event).length,
      (copies) => copies === 1,
    )
    world.mailServer.behave('data', undefined)
    expect(await world.settled(event)).toMatchObject(accepted)
    expect(world.mailsOf(event)).toHaveLength(2)
  })

  it('that answers a process which was killed meanwhile is asked by the next one', async () => {
    world.mailServer.behave('data', 'hang')
    const event = await world.changePassword(ann)
    await until(
      () => world.mailServer.connections.length,
      (times) => times === 1,
    )
    await world.restart()
    world.mailServer.behave('data', undefined)
    expect(await world.settled(event)).toMatchObject(accepted)
    expect(world.mailsOf(event)).toHaveLength(1)
  })

  it('that is down is left alone after a while, and gets every mail once it is back', async () => {
    world.mailServer.behave('connect', 421)
    const events = await Promise.all(Array.from({ length: 8 }, () => world.changePassword(ann)))
    await until(
      () => world.breaker(),
      (state) => state === 2,
    )
    // Those that were under way when it opened come back.
    await until(
      () => world.waiting(),
      (calls) => calls.every(({ underWay }) => !underWay),
    )
    const triedBefore = world.mailServer.connections.length
    await until(
      () => world.mailServer.connections.length,
      (times) => times > triedBefore,
    )
    const [last = 0, probe = 0] = world.mailServer.connections.slice(triedBefore - 1)
    // A mail alone is tried again within two seconds, an open circuit stays open for five.
    expect(probe - last).toBeGreaterThan(3_000)

    await world.mailServer.down()
    await world.mailServer.up()
    world.mailServer.behave('connect', undefined)
    for (const event of events) expect(await world.settled(event)).toMatchObject(accepted)
    for (const event of events) expect(world.mailsOf(event)).toHaveLength(1)
    expect(await world.breaker()).toBe(0)
    expect(await world.failingChecks()).toEqual([])
  }, 60_000)

  it.each(['recipient', 'data'] as const)('that refuses a mail for good (%s) is not asked again', async (stage) => {
    world.mailServer.behave(stage, 550)
    expect(await world.settled(await world.changePassword(ann))).toMatchObject(givenUp('refused-by-server'))
    expect(world.mailServer.connections).toHaveLength(1)
    expect(await world.failingChecks()).toEqual([])
  })

  it('that refuses us, not the mail, is asked until somebody has mended it', async () => {
    world.mailServer.behave('sender', 550)
    const event = await world.changePassword(ann)
    await tried(2)
    world.mailServer.behave('sender', undefined)
    expect(await world.settled(event)).toMatchObject(accepted)
  })

  it('that hesitates about one mailbox holds up no other, and is not taken for down', async () => {
    const bob = `bob-${randomUUID()}`
    await world.open(bob)
    world.mailServer.behave('recipient', 450, `${ann}@example.org`)
    const toAnn = await Promise.all(Array.from({ length: 8 }, () => world.changePassword(ann)))
    expect(await world.settled(await world.changePassword(bob))).toMatchObject(accepted)
    await until(
      () => world.mailServer.hesitated(),
      (times) => times > toAnn.length,
    )
    expect(await world.breaker()).toBe(0)
    world.mailServer.behave('recipient', undefined, `${ann}@example.org`)
    for (const event of toAnn) expect(await world.settled(event)).toMatchObject(accepted)
  })
})

describe('a mail that nobody needs any more', () => {
  it('is given up when its link has expired before the server came back', async () => {
    world.mailServer.behave('connect', 421)
    const event = await world.askForReset(ann, new Date(Date.now() + 500).toISOString())
    await tried(1)
    expect(await world.settled(event)).toMatchObject(givenUp('out-of-date'))
    expect(world.mailServer.mails).toEqual([])
  })

  it('is given up when the person has left', async () => {
    world.keys.delete(ann)
    expect(await world.settled(await world.changePassword(ann))).toMatchObject(givenUp('no-address'))
  })

  it('is given up when nobody has heard of an address for long', async () => {
    await world.since('2020-01-01T00:00:00Z')
    await world.restart()
    await world.publish('tiles', 'Tiles')
    await world.openSession('tiles-1', 'tiles')
    const event = await world.confirm('tiles-1', 'zoe', {}, { lost: true })
    await world.bookings.publish({ ...event, time: inHours(-2) })
    expect(await world.settled(event)).toMatchObject(givenUp('no-address'))
  })
})

describe('a mail that lacks something', () => {
  it('waits for the keys while accounts is away', async () => {
    world.keysAway(true)
    const event = await world.changePassword(ann)
    await until(
      () => world.waiting(),
      ([call]) => call?.attempts === 0 && call.requested.getTime() > Date.parse(event.time) + 900,
    )
    world.keysAway(false)
    expect(await world.settled(event)).toMatchObject(accepted)
  })

  it('waits for what comes by another stream, and counts nothing against the server', async () => {
    const bob = `bob-${randomUUID()}`
    await world.openSession('late-1', 'late')
    const event = await world.confirm('late-1', bob)
    await until(
      () => world.waiting(),
      ([call]) => call?.requested.getTime() > Date.parse(event.time) + 900,
    )
    await world.publish('late', 'Late tiles')
    await world.open(bob)
    expect(await world.settled(event)).toMatchObject(accepted)
    expect(world.mailServer.connections).toHaveLength(1)
  })
})
