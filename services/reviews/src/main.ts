import { openService } from '@fernweh/kit/server/boot/open-service'
import { createKeyring } from '@fernweh/kit/server/personal-data/sealing'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveExperiences } from './api/experiences.ts'
import { serveImports } from './api/imports.ts'
import { servePeople } from './api/people.ts'
import { serveVisits } from './api/visits.ts'
import { auditReviews } from './audit.ts'
import { createImportReviews } from './commands/import-reviews.ts'
import { createWriteReview } from './commands/write-review.ts'
import { reviewsEnv } from './config.ts'
import { inviteVisitors } from './consumers/invite-visitors.ts'
import { showReviews } from './consumers/show-reviews.ts'
import { storeNames } from './consumers/store-names.ts'
import { storeTitles } from './consumers/store-titles.ts'
import { reviewDecider } from './domain/decider.ts'
import { createReadFeeds } from './views/ratings.ts'

await runProcess('reviews', async (context) => {
  const service = await openService(context, {
    env: reviewsEnv,
    owner: 'reviews',
    migrations: new URL('../migrations/', import.meta.url),
    // One for the relay, up to four for the consumers, the rest for requests.
    connections: 8,
  })
  const { app, broker, pool } = service
  const keyring = createKeyring({ broker, subject: 'keys.accounts', metrics: context.metrics })
  const sources = { pool, keyring }
  const feeds = service.publishFeeds(createReadFeeds(sources))
  const batcher = service.batchCommands(reviewDecider)

  showReviews(service, feeds)
  inviteVisitors(service)
  storeTitles(service)
  storeNames(service, feeds)

  serveExperiences(app, sources)
  serveVisits(app, { sources, writeReview: createWriteReview({ sources, batcher }) })
  servePeople(app, sources)
  serveImports(app, createImportReviews({ pool, batcher }))
  await service.serve(() => auditReviews(pool))
})
