/** What an experience is called, for those who booked it. */
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Broker } from '@fernweh/kit/server/broker'
import { type Consumer, consume } from '@fernweh/kit/server/consume'
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { bumpFeeds } from '@fernweh/kit/server/feeds'
import type { Logger } from '@fernweh/kit/server/log'

export function hearTitles(options: { pool: Pool; broker: Broker; log: Logger }): Consumer {
  return consume({
    ...options,
    name: 'bookings-hear-titles',
    owner: 'catalog',
    noun: 'experience',
    async handle(tx, event) {
      const { experienceId, title } = readEvent([experiencePublished], event).data
      await call(tx, experienceId, title)
    },
  })
}

/** What shows the title has changed with it: the next heartbeat says so. */
async function call(tx: Transaction, experienceId: string, title: string): Promise<void> {
  await tx.query({
    name: 'call-experience',
    text: `insert into experiences (experience_id, title) values ($1, $2)
      on conflict (experience_id) do update set title = excluded.title`,
    values: [experienceId, title],
  })
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
