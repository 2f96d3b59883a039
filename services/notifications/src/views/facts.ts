/** Facts about people, sessions and bookings, from the events of other services. */
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { BookingDetails } from '../domain/booking-mails.ts'
import { mailName } from '../domain/decider.ts'
import type { Fact, Nouns } from '../domain/facts.ts'
import { type MailRequest, type MailTrigger, mailIdOf, recipientOf } from '../domain/mail-triggers.ts'

/** Later facts of the same noun and id come last. */
export async function storeFacts(tx: Transaction, facts: readonly Fact[]): Promise<void> {
  const merged = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.noun} ${fact.id}`
    merged.set(key, { ...fact, data: { ...merged.get(key)?.data, ...fact.data } } as Fact)
  }
  const rows = [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact)
  await tx.query({
    name: 'store-facts',
    text: `insert into known (noun, id, data)
      select * from rows from (unnest($1::text[], $2::text[]), jsonb_array_elements($3::jsonb))
      on conflict (noun, id) do update set data = known.data || excluded.data`,
    values: [rows.map(({ noun }) => noun), rows.map(({ id }) => id), JSON.stringify(rows.map(({ data }) => data))],
  })
}

export async function isImported(tx: Transaction, { data }: MailTrigger): Promise<boolean> {
  if (!('bookingId' in data)) return false
  const { rows } = await tx.query<{ imported: boolean }>({
    name: 'is-imported',
    text: `select data @> '{"imported": true}' as imported from known where noun = 'booking' and id = $1`,
    values: [data.bookingId],
  })
  return rows[0]?.imported ?? false
}

/** The facts a mail needs; any of them may not have arrived yet. */
export interface MailContext {
  contact: Partial<Nouns['contact']>
  booking: BookingDetails | null
  /** The mail was accepted or has failed for good. */
  completed: boolean
}

interface Row {
  contact: Partial<Nouns['contact']> | null
  booking: Partial<BookingDetails>
  completed: boolean
}

const CONTEXT = `
  select contact.data as contact, exists (select 1 from heads where stream = $4) as completed,
    jsonb_strip_nulls(jsonb_build_object('price', booking.data -> 'price', 'reference', booking.data -> 'reference', 'experienceId', experience.id,
      'title', experience.data -> 'title', 'titles', experience.data -> 'titles', 'city', experience.data -> 'city',
      'country', experience.data -> 'country', 'place', experience.data -> 'place', 'startsAt', session.data -> 'startsAt',
      'durationMinutes', session.data -> 'durationMinutes', 'zone', session.data -> 'zone')) as booking
  from (select 1) as one
  left join known as contact on contact.noun = 'contact' and contact.id = $1
  left join known as booking on booking.noun = 'booking' and booking.id = $2
  left join known as session on session.noun = 'session' and session.id = $3
  left join known as experience on experience.noun = 'experience' and experience.id = session.data ->> 'experienceId'`

export async function readMailContext(pool: Pool, request: MailRequest): Promise<MailContext> {
  const { event } = request
  const { data } = event
  const [bookingId, sessionId] = 'bookingId' in data ? [data.bookingId, data.sessionId] : [null, null]
  const values = [recipientOf(event), bookingId, sessionId, mailName(mailIdOf(request))]
  const { rows } = await pool.query<Row>({ name: 'read-mail-context', text: CONTEXT, values })
  const { contact, booking, completed } = rows[0] as Row
  return { contact: contact ?? {}, booking: isComplete(booking) ? booking : null, completed }
}

function isComplete(booking: Partial<BookingDetails>): booking is BookingDetails {
  const { price, experienceId, title, place, startsAt, durationMinutes, zone } = booking
  return Boolean(price && experienceId && title && place && startsAt && durationMinutes && zone)
}

/** Its session was opened earlier in the same stream. */
export async function readStart(tx: Transaction, sessionId: string): Promise<string> {
  const { rows } = await tx.query<{ start: string }>({
    name: 'read-start',
    text: `select data ->> 'startsAt' as start from known where noun = 'session' and id = $1`,
    values: [sessionId],
  })
  const [row] = rows
  if (!row) throw new Error(`session ${sessionId} was never opened`)
  return row.start
}

/** Events before `since` get no mail, sessions that began before `remindersSince` no reminder. */
export interface Installation {
  since: Date
  remindersSince: Date
}

export async function readInstallation(pool: Pool): Promise<Installation> {
  const { rows } = await pool.query<Installation>('select since, reminders_since as "remindersSince" from installation')
  const [row] = rows
  if (!row) throw new Error('the table installation has no row: run the migrations')
  return row
}
