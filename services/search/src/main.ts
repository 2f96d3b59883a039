import type { Envelope } from '@fernweh/contracts/envelope'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { createFeedPublisher } from '@fernweh/kit/server/feeds/publisher'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { auditOffers } from './adapters/audit.ts'
import { followStreams } from './adapters/streams.ts'
import { serveSearch } from './app.ts'
import { searchEnv } from './config.ts'
import { feedsOf } from './views/cards.ts'
import { createReadFeeds, gathering } from './views/feeds.ts'
import { createOffers } from './views/offers.ts'

await runProcess('search', async (context) => {
  const { log, metrics } = context
  const config = readConfig(searchEnv)
  const now = () => new Date()
  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())

  const offers = createOffers()
  const readFeeds = createReadFeeds(offers, now)
  const feeds = createFeedPublisher({ broker, read: gathering(readFeeds), log })
  function apply(event: Envelope): void {
    const experienceId = offers.apply(event)
    // What is read while catching up was pushed when it happened.
    if (experienceId !== null && streams.caughtUp()) feeds.changed(feedsOf(experienceId), event.traceparent)
  }
  const streams = followStreams({ broker, apply, log, metrics })
  context.onStop('streams', () => streams.stop())
  context.readiness('streams', () => streams.caughtUp() || 'catching up')

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveSearch(app, { offers, readFeeds, now, audit: () => auditOffers({ offers, broker, log }) })
  handleErrors(app)
  await listen(app, context, config)
})
