/** What is kept of what was heard: just enough to write a mail later. */
import { mailConfirmed, profileChanged, type Sealed } from '@fernweh/contracts/events/accounts'
import { bookingConfirmed, seatsHeld, sessionOpened } from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { Money } from '@fernweh/contracts/money'
import type { Heard } from './heard.ts'

export interface Nouns {
  contact: { mail: Sealed; name: Sealed; locale: string }
  /** `titles` by language, besides the one it was written in. */
  experience: { title: string; titles: Record<string, string> }
  session: { experienceId: string; startsAt: string; zone: string }
  /** From its hold on: also who pays too late has paid a price. Imported: booked and paid elsewhere. */
  booking: { sessionId: string; price: Money; reference: string; imported: boolean }
}

export type Fact = { [Noun in keyof Nouns]: { noun: Noun; id: string; data: Partial<Nouns[Noun]> } }[keyof Nouns]

/** A fact adds to what is known of its noun and id, and replaces what it says again. */
export function toFact(event: Heard): Fact | null {
  switch (event.type) {
    case mailConfirmed.type:
      return { noun: 'contact', id: event.data.accountId, data: { mail: event.data.mail } }
    case profileChanged.type: {
      const { accountId, name, locale } = event.data
      return { noun: 'contact', id: accountId, data: { name, locale } }
    }
    case experiencePublished.type: {
      const { experienceId, title, translations } = event.data
      const titles = Object.fromEntries(Object.entries(translations).map(([language, text]) => [language, text.title]))
      return { noun: 'experience', id: experienceId, data: { title, titles } }
    }
    case sessionOpened.type: {
      const { sessionId, experienceId, startsAt, zone } = event.data
      return { noun: 'session', id: sessionId, data: { experienceId, startsAt, zone } }
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
