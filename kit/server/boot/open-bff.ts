/** The one boot of a bff: configuration, broker, fragments, `/api`, feed sockets, in the order in which they open. */
import { type Express, Router } from 'express'
import { z } from 'zod'
import { connectBroker } from '../delivery/broker.ts'
import type { FeedHeads } from '../feeds/feed-heads.ts'
import { serveFeedSockets } from '../feeds/socket-bridge.ts'
import { type FragmentQueries, serveFragments } from '../fragments/fragments.ts'
import { createApp, handleErrors, listen } from '../http/http.ts'
import type { Caller } from '../http/identity.ts'
import { internalEnv, publicOriginSchema } from '../process/config.ts'
import type { ProcessContext } from '../process/lifecycle.ts'

export const bffEnv = internalEnv.extend({
  /** Where the server builds of its team's releases are. */
  RELEASES_DIR: z.string().min(1),
  /** The origin of the pages, which alone may follow feeds. */
  PUBLIC_ORIGIN: publicOriginSchema,
})

export interface BffRoutes {
  team: string
  releasesDir: string
  fragments: FragmentQueries
  routes(api: Router): void
}

export interface BffOptions extends Omit<BffRoutes, 'releasesDir'> {
  config: z.output<typeof bffEnv>
  /** Left out where a team follows nothing. */
  feeds?: { mayFollow(feed: string, identity: Caller | null): boolean; heads: FeedHeads }
}

export async function openBff(context: ProcessContext, { config, feeds, ...routes }: BffOptions): Promise<void> {
  const { IDENTITY_PUBLIC_KEY: identityKey, RELEASES_DIR: releasesDir, PUBLIC_ORIGIN: origin } = config
  const broker = feeds && (await connectBroker({ url: config.NATS_URL, name: context.name }))
  if (broker) context.onStop('broker', () => broker.nc.drain())
  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey })
  serveBff(app, { ...routes, releasesDir })
  handleErrors(app)
  const server = await listen(app, context, config)
  if (!feeds || !broker) return
  serveFeedSockets(server, { broker, origin, identityKey, authorise: feeds.mayFollow, heads: feeds.heads, context })
}

/** The routes alone, for tests without a broker. */
export function serveBff(app: Express, { team, releasesDir, fragments, routes }: BffRoutes): void {
  serveFragments(app, { team, releasesDir, queries: fragments })
  const api = Router()
  routes(api)
  app.use('/api', api)
}
