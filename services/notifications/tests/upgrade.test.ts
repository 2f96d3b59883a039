/** Facts that the version before kept: without a place, and without the length of a session. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, inHours, type World } from './world.ts'

const BEFORE = ['notifications-hear-sessions', 'notifications-hear-experiences']

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.open('ann')
  await world.publish('azulejo', 'Azulejos', {}, { city: 'Seville', country: 'ES', zone: 'Europe/Madrid' })
  await world.openSession('azulejo-1', 'azulejo', inHours(72))
  await world.settled(await world.confirm('azulejo-1', 'ann', { bookingId: 'b-1' }))
  await world.stop()
  await downgrade()
  await world.start()
})
afterAll(() => world.end())

async function downgrade(): Promise<void> {
  const run = (text: string, values: unknown[] = []) => world.database.pool.query(text, values)
  const now = ['notifications-know-sessions', 'notifications-know-experiences']
  for (const [at, name] of now.entries()) {
    await run('update consumed set consumer = $2 where consumer = $1', [name, BEFORE[at]])
    await world.broker.jsm.consumers.delete(at === 0 ? 'bookings' : 'catalog', name)
  }
  await run(`update known set data = data - '{city,country,place,durationMinutes}'::text[]`)
  await run(`delete from calls where kind = 'reminder'`)
  await run('alter table installation drop column reminders_since')
  await run(`delete from migrations where name like '%003-places-and-reminders%'`)
}

it('are heard again: the next mail names the place, and nobody is told twice', async () => {
  const { text } = await confirmed('b-2')
  expect(text).toContain('Seville time')
  expect(text).toContain('Where: Seville, Spain\n')
  expect(world.mailServer.mails).toHaveLength(2)
})

it('lead to reminders of what was booked before and is ahead', async () => {
  const names = (await world.waiting()).map(({ name }: { name: string }) => name)
  expect(names).toEqual(['mail.reminder-b-1', 'mail.reminder-b-2'])
  expect(await world.failingChecks()).toEqual([])
})

async function confirmed(bookingId: string) {
  const event = await world.confirm('azulejo-1', 'ann', { bookingId })
  await world.settled(event)
  const [mail] = world.mailsOf(event)
  if (!mail) throw new Error('no mail')
  return mail
}
