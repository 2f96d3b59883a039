/** Answers for feeds; a push, a head and a read over HTTP use the same functions. */
import type { Pool } from '@fernweh/kit/server/database/database'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import { type BookingKey, readBookings, readTravellers } from './bookings.ts'
import { readSessions } from './sessions.ts'

export function createReadFeeds(pool: Pool): ReadFeeds {
  return async (feeds) => {
    const idsOf = (noun: string) =>
      feeds.flatMap((feed) => (feed.startsWith(`${noun}.`) ? [feed.slice(noun.length + 1)] : []))
    const [sessions, travellers, bookings] = [idsOf('session'), idsOf('traveller'), idsOf('booking')]
    const heads = await Promise.all([
      sessions.length > 0 ? readSessions(pool, sessions) : [],
      travellers.length > 0 ? readTravellers(pool, travellers) : [],
      bookings.length > 0 ? readBookings(pool, bookings.map(toKey)) : [],
    ])
    return heads.flat()
  }
}

/** `<travellerId>__<bookingId>` */
function toKey(id: string): BookingKey {
  const [travellerId = '', ...rest] = id.split('__')
  return { travellerId, bookingId: rest.join('__') }
}
