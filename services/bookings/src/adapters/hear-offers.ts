/** What an experience is called, where it is and how it looks, for those who booked it. */
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { type EventOf, readEvent } from '@fernweh/contracts/events/define-event'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'
import type { Logger } from '@fernweh/kit/server/process/logger'

/**
 * Many at once: feeds that were bumped one experience after the other would be locked in another order than the clerk's, and the
 * two could wait for each other in a circle.
 */
export function hearOffers(options: { pool: Pool; broker: Broker; log: Logger }): DurableConsumer[] {
  const titles = createDurableConsumer({
    ...options,
    name: 'bookings-hear-titles',
    owner: 'catalog',
    noun: 'experience',
    handleAll: (tx, events) =>
      callExperiences(tx, latest(events.map((event) => readEvent([experiencePublished], event).data))),
  })
  const pictures = createDurableConsumer({
    ...options,
    name: 'bookings-hear-pictures',
    owner: 'pictures',
    noun: 'picture',
    handleAll: (tx, events) =>
      pictureExperiences(tx, latest(events.map((event) => readEvent([pictureMade], event).data))),
  })
  return [titles, pictures]
}

type Published = EventOf<typeof experiencePublished>['data']
type Made = EventOf<typeof pictureMade>['data']

/** The last that was said of each experience, by their ids. */
function latest<Said extends { experienceId: string }>(said: readonly Said[]): Said[] {
  const byExperience = new Map(said.map((data) => [data.experienceId, data]))
  return [...byExperience.values()].sort((a, b) => (a.experienceId < b.experienceId ? -1 : 1))
}

async function callExperiences(tx: Transaction, published: readonly Published[]): Promise<void> {
  const titlesOf = ({ translations }: Published) =>
    Object.fromEntries(Object.entries(translations).map(([tag, text]) => [tag, text.title]))
  await tx.query({
    name: 'call-experiences',
    text: `insert into experiences (experience_id, title, language, city, translations)
      select * from rows from (unnest($1::text[], $2::text[], $3::text[], $4::text[]), jsonb_array_elements($5::jsonb))
      on conflict (experience_id) do update
        set title = excluded.title, language = excluded.language, city = excluded.city,
          translations = excluded.translations`,
    values: [
      published.map(({ experienceId }) => experienceId),
      published.map(({ title }) => title),
      published.map(({ language }) => language),
      published.map(({ city }) => city),
      JSON.stringify(published.map(titlesOf)),
    ],
  })
  await bumpShown(tx, published)
}

async function pictureExperiences(tx: Transaction, made: readonly Made[]): Promise<void> {
  await tx.query({
    name: 'picture-experiences',
    text: `insert into pictures (experience_id, picture)
      select * from rows from (unnest($1::text[]), jsonb_array_elements($2::jsonb))
      on conflict (experience_id) do update set picture = excluded.picture`,
    values: [made.map(({ experienceId }) => experienceId), JSON.stringify(made.map(({ picture }) => picture))],
  })
  await bumpShown(tx, made)
}

/** What shows the experiences has changed with them: the next heartbeat says so. */
async function bumpShown(tx: Transaction, said: readonly { experienceId: string }[]): Promise<void> {
  const { rows } = await tx.query<{ feed: string }>({
    name: 'feeds-with-experiences',
    text: `with shown as (
        select traveller_id, booking_id from bookings join sessions using (session_id) where experience_id = any($1::text[])
      )
      select 'traveller.' || traveller_id as feed from shown
      union select 'booking.' || traveller_id || '__' || booking_id from shown`,
    values: [said.map(({ experienceId }) => experienceId)],
  })
  if (rows.length > 0) await tx.query(bumpFeeds(rows.map(({ feed }) => feed)))
}
