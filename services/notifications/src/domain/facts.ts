/** Facts kept from consumed events: just enough to compose a mail later. */

import type { Place } from '@fernweh/contracts/browser/map-links'
import { mailConfirmed, profileChanged, type Sealed } from '@fernweh/contracts/events/accounts'
import { bookingConfirmed, seatsHeld, sessionOpened } from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { Money } from '@fernweh/contracts/money'
import type { ConsumedEvent } from './mail-triggers.ts'

export interface Nouns {
  contact: { mail: Sealed; name: Sealed; locale: string }
  /** `titles` are the translations, by language. */
  experience: { title: string; titles: Record<string, string>; city: string; country: string; place: Place }
  session: { experienceId: string; startsAt: string; durationMinutes: number; zone: string }
  /** Kept from its hold on, since a late payment has a price too. `imported`: booked and paid elsewhere. */
  booking: { sessionId: string; price: Money; reference: string; imported: boolean }
}

export type Fact = { [Noun in keyof Nouns]: { noun: Noun; id: string; data: Partial<Nouns[Noun]> } }[keyof Nouns]

/** A fact is merged into those of the same noun and id; its fields replace older ones. */
export function toFact(event: ConsumedEvent): Fact | null {
  switch (event.type) {
    case mailConfirmed.type:
      return { noun: 'contact', id: event.data.accountId, data: { mail: event.data.mail } }
    case profileChanged.type: {
      const { accountId, name, locale } = event.data
      return { noun: 'contact', id: accountId, data: { name, locale } }
    }
    case experiencePublished.type: {
      const { experienceId, title, translations, city, country, place } = event.data
      const titles = Object.fromEntries(Object.entries(translations).map(([language, text]) => [language, text.title]))
      return { noun: 'experience', id: experienceId, data: { title, titles, city, country, place } }
    }
    case sessionOpened.type: {
      const { sessionId, experienceId, startsAt, durationMinutes, zone } = event.data
      return { noun: 'session', id: sessionId, data: { experienceId, startsAt, durationMinutes, zone } }
    }
    case seatsHeld.type: {
      const { sessionId, holdId, price } = event.data
      return { noun: 'booking', id: holdId, data: { sessionId, price } }
    }
    case bookingConfirmed.type: {
      const { sessionId, bookingId, price, reference, paymentId } = event.data
      return { noun: 'booking', id: bookingId, data: { sessionId, price, reference, imported: paymentId === null } }
    }
    default:
      return null
  }
}
