/** Reads the streams of other services from their beginning; the state is in memory only. */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createInMemoryConsumer } from '@fernweh/kit/server/delivery/in-memory-consumer'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { Registry } from '@fernweh/kit/server/process/metrics'

const STREAMS = [
  { owner: 'catalog', noun: 'experience', name: 'search-experiences' },
  { owner: 'bookings', noun: 'session', name: 'search-seats' },
  { owner: 'reviews', noun: 'review', name: 'search-ratings' },
  { owner: 'pictures', noun: 'picture', name: 'search-pictures' },
]

export interface Streams {
  caughtUp(): boolean
  isSettled(): boolean
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
  const followers = STREAMS.map((stream) => createInMemoryConsumer({ ...options, ...stream, apply }))
  return {
    caughtUp: () => followers.every((follower) => follower.caughtUp()),
    isSettled: () => followers.every((follower) => follower.isSettled()),
    stop: () => Promise.all(followers.map((follower) => follower.stop())),
  }
}
