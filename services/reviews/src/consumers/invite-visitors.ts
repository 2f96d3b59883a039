import { bookingsEvents, visitEnded } from '@fernweh/contracts/events/bookings'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { insertVisits } from '../views/visits.ts'

/** Of all that happens in a session, only the end of a visit concerns reviews. */
export function inviteVisitors({ consume }: Pick<Service, 'consume'>) {
  return consume({
    name: 'reviews-invite-after-visit',
    owner: 'bookings',
    noun: 'session',
    async handleAll(tx, envelopes) {
      const events = envelopes.map((envelope) => readEvent(bookingsEvents, envelope))
      const ended = events.filter((event) => event.type === visitEnded.type)
      if (ended.length > 0) await tx.query(insertVisits(ended))
    },
  })
}
