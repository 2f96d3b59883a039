/** A day before it begins, travellers are reminded, once. */
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, inHours, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.open('ann')
  await world.publish('tiles', 'Tiles')
})
afterAll(() => world.end())

const SECOND = 1 / 3600
const reminderOf = (bookingId: string) => ({ id: `reminder-${bookingId}` })
const waiting = async () => (await world.waiting()).map(({ name }: { name: string }) => name)

/** A booking of a session that is reminded of in `dueInHours`, once its confirmation is sent. */
async function book(bookingId: string, dueInHours: number) {
  await world.openSession(`s-${bookingId}`, 'tiles', inHours(24 + dueInHours))
  const event = await world.confirm(`s-${bookingId}`, 'ann', { bookingId })
  await world.settled(event)
  return event
}

describe('a booking', () => {
  it('is reminded of a day before it begins, with its ticket, once, though the process is killed meanwhile', async () => {
    await book('b-1', 4 * SECOND)
    expect(await waiting()).toContain('mail.reminder-b-1')
    await world.restart()
    expect(await world.settled(reminderOf('b-1'))).toMatchObject({
      type: 'fernweh.notifications.mail-accepted',
      data: { mailId: 'reminder-b-1', about: 'booking-reminder', accountId: 'ann' },
    })
    const [mail, ...more] = world.mailsOf(reminderOf('b-1'))
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Coming up: Tiles')
    expect(mail?.text).toContain('FW-7K3MQ2XZ4D')
    expect(mail?.attachments.map(({ mimeType }) => mimeType).sort()).toEqual(['image/png', 'text/calendar'])
    expect(await world.failingChecks()).toEqual([])
  })

  it('that is cancelled is not reminded of', async () => {
    await book('b-2', 3 * SECOND)
    await world.settled(await world.cancel('s-b-2', 'ann', 'b-2'))
    expect(await waiting()).toEqual([])
    await book('b-3', 4 * SECOND)
    await world.settled(reminderOf('b-3'))
    expect(world.mailsOf(reminderOf('b-2'))).toEqual([])
    expect(await world.failingChecks()).toEqual([])
  })

  it('that was made within its last day is not reminded of: its confirmation has just been read', async () => {
    await book('b-4', -1)
    expect(await waiting()).toEqual([])
    expect(await world.failingChecks()).toEqual([])
  })

  it('that waits for its reminder is no mail that waits too long', async () => {
    const event = await book('b-5', 72)
    const { rowCount } = await world.database.pool.query(
      `update calls set data = jsonb_set(data, '{event,time}', to_jsonb($1::text)) where name = 'mail.reminder-b-5'`,
      [new Date(Date.parse(event.time) - 48 * 3_600_000).toISOString()],
    )
    expect(rowCount).toBe(1)
    expect(await world.failingChecks()).toEqual([])
  })
})

describe('a reminder', () => {
  it('that could not be sent before it began is given up', async () => {
    await book('b-6', 48)
    const begun = { since: inHours(-24 - SECOND) }
    await world.database.pool.query(
      `update calls set data = data || $1::jsonb, due = clock_timestamp() where name = 'mail.reminder-b-6'`,
      [JSON.stringify(begun)],
    )
    expect(await world.settled(reminderOf('b-6'))).toMatchObject({ data: { reason: 'out-of-date' } })
    expect(world.mailsOf(reminderOf('b-6'))).toEqual([])
  })

  it('that is missing is seen by the audit', async () => {
    await book('b-7', 48)
    await world.database.pool.query(`delete from calls where name = 'mail.reminder-b-7'`)
    expect(await world.failingChecks()).toMatchObject([{ detail: '1: reminder-b-7' }])
    await world.settled(await world.cancel('s-b-7', 'ann', 'b-7'))
    expect(await world.failingChecks()).toEqual([])
  })
})

it('what began before reminders existed is not reminded of, when everything is heard again', async () => {
  await world.since('2020-01-01T00:00:00Z')
  await world.database.pool.query('update installation set reminders_since = clock_timestamp()')
  await world.restart()
  await world.openSession('s-b-8', 'tiles', inHours(-2))
  const event = await world.confirm('s-b-8', 'ann', { bookingId: 'b-8' }, { lost: true })
  await world.bookings.publish({ ...event, time: inHours(-30) })
  await until(
    () => world.outcomeOf(event),
    (rows) => rows.length === 1,
  )
  expect(await waiting()).not.toContain('mail.reminder-b-8')
  expect(await world.outcomeOf(reminderOf('b-8'))).toEqual([])
})
