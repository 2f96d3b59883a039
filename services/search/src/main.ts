import type { Envelope } from '@fernweh/contracts/envelope'
import { openStatelessService } from '@fernweh/kit/server/boot/open-service'
import { serveFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import { createFeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveExperiences } from './api/experiences.ts'
import { requireCaughtUp } from './api/require-caught-up.ts'
import { auditExperiences } from './audit.ts'
import { searchEnv } from './config.ts'
import { followStreams } from './consumers/follow-streams.ts'
import { feedsOf } from './views/cards.ts'
import { createExperiences } from './views/experiences.ts'
import { createReadFeeds, gatherBursts } from './views/feeds.ts'

await runProcess('search', async (context) => {
  const service = await openStatelessService(context, { env: searchEnv })
  const { app, broker, log, metrics } = service
  const now = () => new Date()
  const experiences = createExperiences()
  const readFeeds = createReadFeeds(experiences, now)
  const feeds = createFeedPublisher({ broker, read: gatherBursts(readFeeds), log })
  const streams = service.running('streams', followStreams({ broker, apply, log, metrics }))
  context.readiness('streams', () => streams.caughtUp() || 'catching up')
  app.use(requireCaughtUp(streams))
  // Heads are read at once; only pushes wait for a burst.
  serveFeedHeads(app, readFeeds)
  serveExperiences(app, { experiences, now })
  await service.serve(() =>
    auditExperiences({ experiences, streams, follow: (apply) => followStreams({ broker, apply, log }) }),
  )

  function apply(event: Envelope): void {
    const experienceId = experiences.apply(event)
    // Events read while catching up were pushed when they happened.
    if (experienceId !== null && streams.caughtUp()) feeds.changed(feedsOf(experienceId), event.traceparent)
  }
})
