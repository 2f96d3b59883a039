/** What an experience is called and how it looks, for those who booked it. */
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import { pictureMade } from '@fernweh/contracts/events/pictures'
import type { Broker } from '@fernweh/kit/server/broker'
import { type Consumer, consume } from '@fernweh/kit/server/consume'
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { bumpFeeds } from '@fernweh/kit/server/feeds'
import type { Logger } from '@fernweh/kit/server/log'

export function hearOffers(options: { pool: Pool; broker: Broker; log: Logger }): Consumer[] {
  const titles = consume({
    ...options,
    name: 'bookings-hear-titles',
    owner: 'catalog',
    noun: 'experience',
    async handle(tx, event) {
      const { experienceId, title, language, translations } = readEvent([experiencePublished], event).data
      const titles = Object.entries(translations).map(([tag, text]) => [tag, text.title])
      await tx.query({
        name: 'call-experience',
        text: `insert into experiences (experience_id, title, language, translations) values ($1, $2, $3, $4)
          on conflict (experience_id) do update
            set title = excluded.title, language = excluded.language, translations = excluded.translations`,
        values: [experienceId, title, language, Object.fromEntries(titles)],
      })
      await bumpShown(tx, experienceId)
    },
  })
  const pictures = consume({
    ...options,
    name: 'bookings-hear-pictures',
    owner: 'pictures',
    noun: 'picture',
    async handle(tx, event) {
      const { experienceId, picture } = readEvent([pictureMade], event).data
      await tx.query({
        name: 'picture-experience',
        text: `insert into pictures (experience_id, picture) values ($1, $2)
          on conflict (experience_id) do update set picture = excluded.picture`,
        values: [experienceId, picture],
      })
      await bumpShown(tx, experienceId)
    },
  })
  return [titles, pictures]
}

/** What shows the experience has changed with it: the next heartbeat says so. */
async function bumpShown(tx: Transaction, experienceId: string): Promise<void> {
  const { rows } = await tx.query<{ feed: string }>({
    name: 'feeds-with-experience',
    text: `with shown as (
        select traveller_id, booking_id from bookings join sessions using (session_id) where experience_id = $1
      )
      select 'traveller.' || traveller_id as feed from shown
      union select 'booking.' || traveller_id || '__' || booking_id from shown`,
    values: [experienceId],
  })
  if (rows.length > 0) await tx.query(bumpFeeds(rows.map(({ feed }) => feed)))
}
