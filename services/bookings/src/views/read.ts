/** Read answers of the views. A feed's push, its head and the read over HTTP all come from here. */
import type { TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import type { Views } from '../app.ts'
import { type BookingKey, readBookings, readTravellers, sessionOfBooking } from './bookings.ts'
import { readCity, readSessions, readUpcoming } from './sessions.ts'
import { readTicket } from './tickets.ts'

export function createViews(pool: Pool): Views {
  return {
    upcoming: (experienceId) => readUpcoming(pool, experienceId),
    cityOf: (experienceId) => readCity(pool, experienceId),
    bookingsOf: async (travellerId) => (await readTravellers(pool, [travellerId]))[0] as Versioned<TravellerBookings>,
    booking: async (key) => (await readBookings(pool, [key]))[0],
    sessionOf: (key) => sessionOfBooking(pool, key),
    ticket: (reference) => readTicket(pool, reference),
  }
}

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
