import type { Envelope } from '@fernweh/contracts/envelope'
import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createFeedPublisher } from '@fernweh/kit/server/feeds'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { auditOffers } from './adapters/audit.ts'
import { followStreams } from './adapters/streams.ts'
import { serveSearch } from './app.ts'
import { searchEnv } from './config.ts'
import { feedsOf } from './views/cards.ts'
import { createReadFeeds, gathering } from './views/feeds.ts'
import { createOffers } from './views/offers.ts'

await runProcess('search', async (life) => {
  const { log } = life
  const config = readConfig(searchEnv)
  const now = () => new Date()
  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())

  const offers = createOffers()
  const readFeeds = createReadFeeds(offers, now)
  const feeds = createFeedPublisher({ broker, read: gathering(readFeeds), log })
  function apply(event: Envelope): void {
    const experienceId = offers.apply(event)
    // What is read while catching up was pushed when it happened.
    if (experienceId !== null && streams.caughtUp()) feeds.changed(feedsOf(experienceId), event.traceparent)
  }
  const streams = followStreams({ broker, apply, log })
  life.onStop('streams', () => streams.stop())
  life.readiness('streams', () => streams.caughtUp() || 'catching up')

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveSearch(app, { offers, readFeeds, now, audit: () => auditOffers({ offers, broker, log }) })
  finish(app)
  await listen(app, life, config)
})
