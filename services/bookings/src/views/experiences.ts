/**
 * Title, place and picture of experiences, shown with their bookings. A batch is written with one statement per table and one
 * bump of feeds in sorted order: bumping one experience after the other could deadlock with the command batcher.
 */
import { toCityNames } from '@fernweh/contracts/city-names'
import type { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { pictureMade } from '@fernweh/contracts/events/pictures'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'

type Description = EventOf<typeof experiencePublished>['data']
type ExperiencePicture = EventOf<typeof pictureMade>['data']

export async function storeDescriptions(tx: Transaction, published: readonly Description[]): Promise<void> {
  const rows = latestOfEach(published)
  const titlesOf = ({ translations }: Description) =>
    Object.fromEntries(Object.entries(translations).map(([tag, text]) => [tag, text.title]))
  await tx.query({
    name: 'call-experiences',
    text: `insert into experiences (experience_id, title, language, city, country, translations, place)
      select * from rows from (unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]),
        jsonb_array_elements($6::jsonb), jsonb_array_elements($7::jsonb))
      on conflict (experience_id) do update
        set title = excluded.title, language = excluded.language, city = excluded.city,
          country = excluded.country, translations = excluded.translations, place = excluded.place`,
    values: [
      rows.map(({ experienceId }) => experienceId),
      rows.map(({ title }) => title),
      rows.map(({ language }) => language),
      rows.map(({ city }) => city),
      rows.map(({ country }) => country),
      JSON.stringify(rows.map(titlesOf)),
      JSON.stringify(rows.map(({ place }) => place)),
    ],
  })
  await bumpBookingFeeds(tx, rows)
}

export async function storePictures(tx: Transaction, made: readonly ExperiencePicture[]): Promise<void> {
  const rows = latestOfEach(made)
  await tx.query({
    name: 'picture-experiences',
    text: `insert into pictures (experience_id, picture)
      select * from rows from (unnest($1::text[]), jsonb_array_elements($2::jsonb))
      on conflict (experience_id) do update set picture = excluded.picture`,
    values: [rows.map(({ experienceId }) => experienceId), JSON.stringify(rows.map(({ picture }) => picture))],
  })
  await bumpBookingFeeds(tx, rows)
}

/** The city is null until catalog's event has arrived. */
export async function readCity(pool: Pool, experienceId: string) {
  const text = 'select city, country from experiences where experience_id = $1'
  const { rows } = await pool.query<NamedPlace>({ name: 'read-place', text, values: [experienceId] })
  return withCityNames(rows[0] ?? { city: null, country: null })
}

interface NamedPlace {
  city: string | null
  country?: string | null | undefined
}

/** The names are not stored, so that a better name needs no other event. */
export function withCityNames<Place extends NamedPlace>(place: Place) {
  const { city, country } = place
  return { ...place, ...(city && country && { cityNames: toCityNames(city, country) }) }
}

function latestOfEach<Row extends { experienceId: string }>(rows: readonly Row[]): Row[] {
  const byExperience = new Map(rows.map((row) => [row.experienceId, row]))
  return [...byExperience.values()].sort((a, b) => (a.experienceId < b.experienceId ? -1 : 1))
}

/** Feeds that show these experiences; followers learn of the new version with the next heartbeat. */
async function bumpBookingFeeds(tx: Transaction, changed: readonly { experienceId: string }[]): Promise<void> {
  const { rows } = await tx.query<{ feed: string }>({
    name: 'feeds-with-experiences',
    text: `with shown as (
        select traveller_id, booking_id from bookings join sessions using (session_id) where experience_id = any($1::text[])
      )
      select 'traveller.' || traveller_id as feed from shown
      union select 'booking.' || traveller_id || '__' || booking_id from shown`,
    values: [changed.map(({ experienceId }) => experienceId)],
  })
  if (rows.length > 0) await tx.query(bumpFeeds(rows.map(({ feed }) => feed)))
}
