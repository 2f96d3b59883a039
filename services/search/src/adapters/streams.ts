/** What search hears: whole nouns of others, from their beginning. */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createInMemoryConsumer } from '@fernweh/kit/server/delivery/in-memory-consumer'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { Registry } from '@fernweh/kit/server/process/metrics'

const HEARD = [
  { owner: 'catalog', noun: 'experience', name: 'search-experiences' },
  { owner: 'bookings', noun: 'session', name: 'search-seats' },
  { owner: 'reviews', noun: 'review', name: 'search-ratings' },
  { owner: 'pictures', noun: 'picture', name: 'search-pictures' },
]

export interface Streams {
  caughtUp(): boolean
  stop(): Promise<unknown>
}

export function followStreams({
  apply,
  ...options
}: {
  broker: Broker
  apply(event: Envelope): unknown
  log: Logger
  metrics?: Registry
}): Streams {
  const followers = HEARD.map((heard) => createInMemoryConsumer({ ...options, ...heard, apply }))
  return {
    caughtUp: () => followers.every((follower) => follower.caughtUp()),
    stop: () => Promise.all(followers.map((follower) => follower.stop())),
  }
}
