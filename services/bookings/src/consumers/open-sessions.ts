/** Sessions that catalog scheduled are opened in the consumer's transaction, so that each is opened exactly once. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { sessionScheduled } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { causedBy } from '@fernweh/kit/server/event-log/event-log'
import type { SessionDecider } from '../views/project.ts'

export function openSessions({ consume, relay }: Pick<Service, 'consume' | 'relay'>, decider: SessionDecider) {
  return consume({
    name: 'bookings-open-sessions',
    owner: 'catalog',
    noun: 'session',
    handleAll: async (tx, events) => void (await decideAll(tx, decider, events.map(toRequest))),
    // A session has no followers before it is open, so only the relay needs to know.
    afterCommit: () => relay.wake(),
  })
}

function toRequest(event: Envelope) {
  const session = readEvent([sessionScheduled], event).data
  return { command: { type: 'open-session' as const, ...session }, meta: causedBy(event) }
}
