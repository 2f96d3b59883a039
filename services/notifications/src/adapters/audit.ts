/** Asks the owners again for all that was heard of them, and compares: what is known, and who was told. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { fetchOwnerLog } from '@fernweh/kit/server/delivery/log-server'
import { type AuditCheck, checkDelivery, inSnapshot, viewEqualsRebuild } from '@fernweh/kit/server/event-log/audit'
import { toFact } from '../domain/facts.ts'
import { heardEvents, isTelling, isTold } from '../domain/heard.ts'
import { HEARD } from './consumers.ts'

const PATIENCE_HOURS = 24
const AT_ONCE = 16

interface Options {
  pool: Pool
  broker: Broker
  since: Date
}

export async function auditNotifications({ pool, broker, since }: Options): Promise<AuditCheck[]> {
  const { heard, known, mails, late } = await inSnapshot(pool, readAll)
  const again = await hearAgain(broker, heard, since)
  const missing = again.told.filter((id) => !mails.has(id))
  const told = new Set(again.told)
  const unasked = [...mails.keys()].filter((id) => !told.has(id))
  const twice = [...mails].filter(([, times]) => times > 1).map(([id]) => id)
  return [
    viewEqualsRebuild('facts', known, again.facts),
    isEmpty('every event to be told has its mail: accepted, given up or waiting', missing),
    isEmpty('no mail is without an event that wants it', unasked),
    isEmpty('no mail is settled twice, or both settled and waiting', twice),
    isEmpty(`no mail waits longer than ${PATIENCE_HOURS} h`, late),
    ...(await checkDelivery(pool)),
  ]
}

const isEmpty = (name: string, ids: string[]): AuditCheck => ({
  name,
  ok: ids.length === 0,
  detail: ids.length === 0 ? 'none' : `${ids.length}: ${ids.slice(0, 5).join(', ')}`,
})

interface Stream {
  consumer: keyof typeof HEARD
  stream: string
  version: number
}

async function readAll(tx: Transaction) {
  const read = async <Row extends object>(text: string) => (await tx.query<Row>(text)).rows
  const heard = await read<Stream>('select consumer, stream, version from consumed where version > 0')
  const known = await read<{ noun: string; id: string; data: object }>('select noun, id, data from known')
  const mails = await read<{ id: string; times: number }>(
    `select substr(name, 6) as id, sum(times)::int as times from
      (select name, 1 as times from calls union all select stream, version from heads where stream like 'mail.%') as mails
      group by name`,
  )
  const late = await read<{ name: string }>(
    `select name from calls where (data ->> 'time')::timestamptz < clock_timestamp() - make_interval(hours => ${PATIENCE_HOURS})`,
  )
  return {
    heard,
    known: known.map(({ noun, id, data }) => [noun, id, sorted(data)]),
    mails: new Map(mails.map(({ id, times }) => [id, times])),
    late: late.map(({ name }) => name),
  }
}

/** What `hear` did with each event, without its database. */
async function hearAgain(broker: Broker, heard: Stream[], since: Date) {
  const facts = new Map<string, { noun: string; id: string; data: { imported?: boolean } }>()
  const told: string[] = []
  for await (const envelope of eventsOf(broker, heard)) {
    const event = readEvent(heardEvents, envelope)
    const fact = toFact(event)
    if (fact) {
      const key = `${fact.noun} ${fact.id}`
      facts.set(key, { ...fact, data: { ...facts.get(key)?.data, ...fact.data } })
    }
    if (!isTelling(event)) continue
    const booking = 'bookingId' in event.data ? facts.get(`booking ${event.data.bookingId}`) : undefined
    if (isTold(event, { since, imported: booking?.data.imported ?? false })) told.push(event.id)
  }
  return { facts: Array.from(facts.values(), ({ noun, id, data }) => [noun, id, sorted(data)]), told }
}

async function* eventsOf(broker: Broker, heard: Stream[]): AsyncGenerator<Envelope> {
  for (let i = 0; i < heard.length; i += AT_ONCE) {
    const streams = await Promise.all(heard.slice(i, i + AT_ONCE).map((stream) => readStream(broker, stream)))
    yield* streams.flat()
  }
}

async function readStream(broker: Broker, { consumer, stream, version }: Stream): Promise<Envelope[]> {
  const events: Envelope[] = []
  while (events.length < version) {
    const page = await fetchOwnerLog(broker, HEARD[consumer].owner, { stream, after: events.length })
    if (page.length === 0) throw new Error(`${HEARD[consumer].owner} has no ${stream} version ${events.length + 1}`)
    events.push(...page)
  }
  return events.slice(0, version)
}

/** The database keeps the fields of JSON in an order of its own. */
const sorted = (data: object) =>
  JSON.stringify(data, (_, value) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
