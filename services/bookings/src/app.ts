/** What a traveller may ask, composed from the clerk, which decides, and the views, which answer. */
import { createHash } from 'node:crypto'
import type {
  cancelBooking,
  getBooking,
  getTicket,
  holdSeats,
  listSessions,
  myBookings,
  releaseHold,
  Ticket,
} from '@fernweh/contracts/api/bookings'
import type { AnswerOf, BodyOf, Operation, QueryOf, RefusalOf, Refused } from '@fernweh/contracts/api/operation'
import type { Booking, SessionSeats, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { CommandContext } from '@fernweh/kit/server/event-log/command-batcher'
import { fromDay } from './domain/days.ts'
import type { SessionClerk } from './session-clerk.ts'

/** The views, as far as a traveller's requests need them. */
export interface Views {
  upcoming(experienceId: string): Promise<Versioned<SessionSeats>[]>
  /** Null as long as nobody has said where it is. */
  cityOf(experienceId: string): Promise<string | null>
  bookingsOf(travellerId: string): Promise<Versioned<TravellerBookings>>
  /** Undefined when it is not this traveller's. */
  booking(key: { travellerId: string; bookingId: string }): Promise<Versioned<Booking> | undefined>
  sessionOf(key: { travellerId: string; bookingId: string }): Promise<string | undefined>
  ticket(reference: string): Promise<Ticket | undefined>
}

/** Who asks, by which intention. */
export interface Asker {
  travellerId: string
  key: string
  traceparent: string | undefined
}

export type Bookings = ReturnType<typeof createBookings>

export function createBookings({ clerk, views }: { clerk: SessionClerk; views: Views }) {
  return {
    async listSessions(asked: QueryOf<typeof listSessions>): Promise<AnswerOf<typeof listSessions>> {
      const [upcoming, city] = await Promise.all([views.upcoming(asked.experience), views.cityOf(asked.experience)])
      return { ...fromDay(upcoming, asked.from), city }
    },

    async myBookings(travellerId: string): Promise<AnswerOf<typeof myBookings>> {
      return { bookings: await views.bookingsOf(travellerId) }
    },

    async getBooking(bookingId: string, travellerId: string): Promise<Answered<typeof getBooking>> {
      const booking = await views.booking({ travellerId, bookingId })
      return booking ? { booking } : { refused: 'no-such-booking' }
    },

    async getTicket(reference: string): Promise<Answered<typeof getTicket>> {
      const ticket = await views.ticket(reference)
      return ticket ? { ticket } : { refused: 'no-such-ticket' }
    },

    async holdSeats({ sessionId, seats }: BodyOf<typeof holdSeats>, asker: Asker) {
      const { travellerId } = asker
      const command = { type: 'hold-seats' as const, sessionId, holdId: holdIdOf(asker), travellerId, seats }
      return (await clerk.execute(command, toIntention(asker))) as Answered<typeof holdSeats>
    },

    async releaseHold(holdId: string, asker: Asker): Promise<Answered<typeof releaseHold>> {
      const { travellerId } = asker
      const sessionId = await views.sessionOf({ travellerId, bookingId: holdId })
      if (!sessionId) return { refused: 'no-such-booking' }
      const command = { type: 'release-hold' as const, sessionId, holdId, travellerId }
      return (await clerk.execute(command, toIntention(asker))) as Answered<typeof releaseHold>
    },

    async cancelBooking(bookingId: string, asker: Asker): Promise<Answered<typeof cancelBooking>> {
      const { travellerId } = asker
      const sessionId = await views.sessionOf({ travellerId, bookingId })
      if (!sessionId) return { refused: 'no-such-booking' }
      const command = { type: 'cancel-booking' as const, sessionId, bookingId, travellerId }
      return (await clerk.execute(command, toIntention(asker))) as Answered<typeof cancelBooking>
    },
  }
}

type Answered<O extends Operation> = AnswerOf<O> | Refused<RefusalOf<O>>

/** Keys are a person's own: two people with the same key have two intentions. */
const scoped = ({ travellerId, key }: Asker) => `${travellerId}:${key}`

/** Made from the intention, so that the same intention makes the same command. */
const holdIdOf = (asker: Asker) => createHash('sha256').update(scoped(asker)).digest('hex').slice(0, 32)

function toIntention(asker: Asker): CommandContext {
  const { travellerId, key, traceparent } = asker
  return { key: scoped(asker), meta: { correlationId: key, actor: travellerId, traceparent } }
}
