/** What both executables share: the service with its decider, its batcher and its feeds. */

import { openService } from '@fernweh/kit/server/boot/open-service'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { bookingsEnv } from './config.ts'
import { createReadFeeds } from './views/feeds.ts'
import { type AppendedSession, createProjectedDecider, feedsOf } from './views/project.ts'

export async function openBookings(context: ProcessContext) {
  const service = await openService(context, {
    env: bookingsEnv,
    owner: 'bookings',
    migrations: new URL('../migrations/', import.meta.url),
    connections: 8,
  })
  const { HOLD_SECONDS: holdSeconds, VISIT_SECONDS: visitSeconds } = service.config
  const decider = createProjectedDecider({ holdSeconds, visitSeconds })
  const feeds = service.publishFeeds(createReadFeeds(service.pool))
  const batcher = service.batchCommands(decider, publish)
  return { service, decider, batcher }

  function publish(appended: readonly AppendedSession[]): void {
    for (const { events, metas } of appended) {
      for (const [i, event] of events.entries()) feeds.changed(feedsOf(event), metas[i]?.traceparent)
    }
  }
}
