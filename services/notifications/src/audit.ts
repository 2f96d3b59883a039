/** Reads all consumed events again from their owners and compares: facts with facts, events that need a mail with mails. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { bookingCancelled } from '@fernweh/contracts/events/bookings'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { fetchOwnerLog } from '@fernweh/kit/server/delivery/log-server'
import { type AuditCheck, checkDelivery, inSnapshot, viewEqualsRebuild } from '@fernweh/kit/server/event-log/audit'
import { CONSUMERS } from './domain/consumers.ts'
import { toFact } from './domain/facts.ts'
import { consumedEvents, isMailTrigger, mailIdOf, needsMail, reminderIdOf, toReminder } from './domain/mail-triggers.ts'
import type { Installation } from './views/facts.ts'

const MAX_WAIT_HOURS = 24
const CONCURRENCY = 16

interface Options {
  pool: Pool
  broker: Broker
  installation: Installation
}

export async function auditNotifications({ pool, broker, installation }: Options): Promise<AuditCheck[]> {
  const { consumed, facts, mails, late } = await inSnapshot(pool, readAll)
  const replayed = await replay(broker, consumed, installation)
  const { mailed, withdrawn } = replayed
  const missing = [...mailed].filter((id) => !mails.has(id) && !withdrawn.has(id))
  const unexpected = [...mails.keys()].filter((id) => !mailed.has(id))
  const twice = [...mails].filter(([, times]) => times > 1).map(([id]) => id)
  return [
    viewEqualsRebuild('facts', facts, replayed.facts),
    isEmpty('every event that needs a mail has one: accepted, given up or waiting', missing),
    isEmpty('every mail has an event that needs it', unexpected),
    isEmpty('no mail has two outcomes, or an outcome while it waits', twice),
    isEmpty(`no mail waits longer than ${MAX_WAIT_HOURS} h`, late),
    ...(await checkDelivery(pool)),
  ]
}

const isEmpty = (name: string, ids: string[]): AuditCheck => ({
  name,
  ok: ids.length === 0,
  detail: ids.length === 0 ? 'none' : `${ids.length}: ${ids.slice(0, 5).join(', ')}`,
})

interface Stream {
  consumer: keyof typeof CONSUMERS
  stream: string
  version: number
}

async function readAll(tx: Transaction) {
  const read = async <Row extends object>(text: string) => (await tx.query<Row>(text)).rows
  const consumed = await read<Stream>('select consumer, stream, version from consumed where version > 0')
  const known = await read<{ noun: string; id: string; data: object }>('select noun, id, data from known')
  const mails = await read<{ id: string; times: number }>(
    `select substr(name, 6) as id, sum(times)::int as times from
      (select name, 1 as times from calls union all select stream, version from heads where stream like 'mail.%') as mails
      group by name`,
  )
  const late = await read<{ name: string }>(
    `select name from calls where kind = 'mail' and (data ->> 'time')::timestamptz < clock_timestamp() - make_interval(hours => ${MAX_WAIT_HOURS})`,
  )
  return {
    consumed,
    facts: known.map(({ noun, id, data }) => [noun, id, sorted(data)]),
    mails: new Map(mails.map(({ id, times }) => [id, times])),
    late: late.map(({ name }) => name),
  }
}

/** The effects of the handler, computed without its database. */
async function replay(broker: Broker, consumed: Stream[], { since, remindersSince }: Installation) {
  const facts = new Map<string, { noun: string; id: string; data: { imported?: boolean; startsAt?: string } }>()
  const mailed = new Set<string>()
  /** Reminders of cancelled bookings: they may have been sent before. */
  const withdrawn = new Set<string>()
  for await (const envelope of eventsOf(broker, consumed)) {
    const event = readEvent(consumedEvents, envelope)
    const fact = toFact(event)
    if (fact) {
      const key = `${fact.noun} ${fact.id}`
      facts.set(key, { ...fact, data: { ...facts.get(key)?.data, ...fact.data } })
    }
    if (!isMailTrigger(event)) continue
    const booking = 'bookingId' in event.data ? facts.get(`booking ${event.data.bookingId}`) : undefined
    if (!needsMail(event, { since, imported: booking?.data.imported ?? false })) continue
    mailed.add(event.id)
    if (event.type === bookingCancelled.type) withdrawn.add(reminderIdOf(event.data.bookingId))
    const { startsAt } = ('sessionId' in event.data && facts.get(`session ${event.data.sessionId}`)?.data) || {}
    const reminder = startsAt ? toReminder(event, startsAt, remindersSince) : null
    if (reminder) mailed.add(mailIdOf(reminder))
  }
  return { facts: Array.from(facts.values(), ({ noun, id, data }) => [noun, id, sorted(data)]), mailed, withdrawn }
}

async function* eventsOf(broker: Broker, consumed: Stream[]): AsyncGenerator<Envelope> {
  for (let i = 0; i < consumed.length; i += CONCURRENCY) {
    const streams = await Promise.all(consumed.slice(i, i + CONCURRENCY).map((stream) => readStream(broker, stream)))
    yield* streams.flat()
  }
}

async function readStream(broker: Broker, { consumer, stream, version }: Stream): Promise<Envelope[]> {
  const events: Envelope[] = []
  while (events.length < version) {
    const page = await fetchOwnerLog(broker, CONSUMERS[consumer].owner, { stream, after: events.length })
    if (page.length === 0) throw new Error(`${CONSUMERS[consumer].owner} has no ${stream} version ${events.length + 1}`)
    events.push(...page)
  }
  return events.slice(0, version)
}

/** PostgreSQL stores the fields of JSON in its own order. */
const sorted = (data: object) =>
  JSON.stringify(data, (_, value) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
