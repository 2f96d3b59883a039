/** What is known of people, sessions and bookings, heard of others. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Visit } from '../domain/booking-letters.ts'
import type { Fact, Nouns } from '../domain/facts.ts'
import { recipientOf, type Telling } from '../domain/heard.ts'

/** Of the same noun and id, the later fact is told last. */
export async function learn(tx: Transaction, facts: readonly Fact[]): Promise<void> {
  const merged = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.noun} ${fact.id}`
    merged.set(key, { ...fact, data: { ...merged.get(key)?.data, ...fact.data } } as Fact)
  }
  const rows = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
  await tx.query({
    name: 'learn',
    text: `insert into known (noun, id, data)
      select * from rows from (unnest($1::text[], $2::text[]), jsonb_array_elements($3::jsonb))
      on conflict (noun, id) do update set data = known.data || excluded.data`,
    values: [rows.map(({ noun }) => noun), rows.map(({ id }) => id), JSON.stringify(rows.map(({ data }) => data))],
  })
}

export async function isImported(tx: Transaction, { data }: Telling): Promise<boolean> {
  if (!('bookingId' in data)) return false
  const { rows } = await tx.query<{ imported: boolean }>({
    name: 'is-imported',
    text: `select data @> '{"imported": true}' as imported from known where noun = 'booking' and id = $1`,
    values: [data.bookingId],
  })
  return rows[0]?.imported ?? false
}

/** What there is to write of an event by now; nothing of it is sure to have been heard yet. */
export interface Material {
  contact: Partial<Nouns['contact']>
  visit: Visit | null
  /** It was told, or given up. */
  settled: boolean
}

interface Row {
  contact: Partial<Nouns['contact']> | null
  visit: Partial<Visit>
  settled: boolean
}

const MATERIAL = `
  select contact.data as contact, exists (select 1 from heads where stream = $4) as settled,
    jsonb_strip_nulls(jsonb_build_object('price', booking.data -> 'price', 'experienceId', experience.id,
      'title', experience.data -> 'title', 'titles', experience.data -> 'titles', 'startsAt', session.data -> 'startsAt', 'zone', session.data -> 'zone')) as visit
  from (select 1) as asked
  left join known as contact on contact.noun = 'contact' and contact.id = $1
  left join known as booking on booking.noun = 'booking' and booking.id = $2
  left join known as session on session.noun = 'session' and session.id = $3
  left join known as experience on experience.noun = 'experience' and experience.id = session.data ->> 'experienceId'`

export async function gather(pool: Pool, event: Telling): Promise<Material> {
  const { data } = event
  const [bookingId, sessionId] = 'bookingId' in data ? [data.bookingId, data.sessionId] : [null, null]
  const values = [recipientOf(event), bookingId, sessionId, `mail.${event.id}`]
  const { rows } = await pool.query<Row>({ name: 'material', text: MATERIAL, values })
  const { contact, visit, settled } = rows[0] as Row
  return { contact: contact ?? {}, visit: isWhole(visit) ? visit : null, settled }
}

function isWhole(visit: Partial<Visit>): visit is Visit {
  return Boolean(visit.price && visit.experienceId && visit.title && visit.startsAt && visit.zone)
}

/** When this installation began to listen. */
export async function readSince(pool: Pool): Promise<Date> {
  const { rows } = await pool.query<{ since: Date }>('select since from installation')
  const [row] = rows
  if (!row) throw new Error('the installation has no beginning')
  return row.since
}
