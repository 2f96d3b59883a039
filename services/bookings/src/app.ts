/** What a traveller may ask, composed from the clerk, which decides, and the views, which answer. */
import { createHash } from 'node:crypto'
import type { holdSeats, listSessions, myHolds, releaseHold } from '@fernweh/contracts/api/bookings'
import type { AnswerOf, BodyOf, RefusalOf, Refused } from '@fernweh/contracts/api/operation'
import type { Hold, SessionSeats, TravellerHolds } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Intention } from '@fernweh/kit/server/clerk'
import type { SessionClerk } from './session-clerk.ts'

/** The views, as far as a traveller's requests need them. */
export interface Views {
  upcoming(experienceId: string): Promise<Versioned<SessionSeats>[]>
  holdsOf(travellerId: string): Promise<Versioned<TravellerHolds>>
  sessionOfHold(holdId: string, travellerId: string): Promise<string | undefined>
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
    async listSessions(experienceId: string): Promise<AnswerOf<typeof listSessions>> {
      return { sessions: await views.upcoming(experienceId) }
    },

    async myHolds(travellerId: string): Promise<AnswerOf<typeof myHolds>> {
      return { holds: await views.holdsOf(travellerId) }
    },

    async holdSeats({ sessionId, seats }: BodyOf<typeof holdSeats>, asker: Asker) {
      const { travellerId } = asker
      const command = { type: 'hold-seats' as const, sessionId, holdId: holdIdOf(asker), travellerId, seats }
      return (await clerk.execute(command, toIntention(asker))) as Decided<typeof holdSeats>
    },

    async releaseHold(holdId: string, asker: Asker) {
      const { travellerId } = asker
      const sessionId = await views.sessionOfHold(holdId, travellerId)
      if (!sessionId) return { refused: 'no-such-hold' as const }
      const command = { type: 'release-hold' as const, sessionId, holdId, travellerId }
      return (await clerk.execute(command, toIntention(asker))) as Decided<typeof releaseHold>
    },
  }
}

type Decided<O extends typeof holdSeats | typeof releaseHold> = { hold: Hold } | Refused<RefusalOf<O>>

/** Keys are a person's own: two people with the same key have two intentions. */
const scoped = ({ travellerId, key }: Asker) => `${travellerId}:${key}`

/** Made from the intention, so that the same intention makes the same command. */
const holdIdOf = (asker: Asker) => createHash('sha256').update(scoped(asker)).digest('hex').slice(0, 32)

function toIntention(asker: Asker): Intention {
  const { travellerId, key, traceparent } = asker
  return { key: scoped(asker), meta: { correlationId: key, actor: travellerId, traceparent } }
}
