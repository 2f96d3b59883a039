/** Bridges feeds from the broker to browsers: each join is authorised and answered with the head, pushes follow. */
import type { KeyObject } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type ClientToServer, feedName } from '@fernweh/contracts/feeds/feed'
import type { Broker } from '../delivery/broker.ts'
import type { Caller } from '../http/identity.ts'
import { trackSignOuts } from '../http/sign-outs.ts'
import type { ProcessContext } from '../process/lifecycle.ts'
import { withTraceparent } from '../process/telemetry.ts'
import type { FeedHeads } from './feed-heads.ts'
import { createDisconnector, createFeedSocketServer, type FeedSocket, isSlow, measureSockets } from './sockets.ts'
import { createSubscriptions, type FeedUpdate } from './subscriptions.ts'

export interface FeedSocketOptions {
  broker: Pick<Broker, 'nc'>
  origin: string
  identityKey: KeyObject
  /** Whether the caller, null when anonymous, may follow the feed. */
  authorise: (feed: string, identity: Caller | null) => boolean
  heads: FeedHeads
  context: ProcessContext
  heartbeatMs?: number
}

type JoinAnswer = Parameters<ClientToServer['join']>[1]

const MAX_FEEDS = 100
const MAX_JOINS_PER_HEARTBEAT = 300
const DRAIN_MS = 600

export function serveFeedSockets(server: HttpServer, options: FeedSocketOptions): void {
  const { broker, authorise, heads, context, heartbeatMs = 15_000 } = options
  const signOuts = trackSignOuts(broker, context, cutAll)
  const viewers = createFeedSocketServer(server, { ...options, signOuts })
  const subscriptions = createSubscriptions(broker, context, forward)
  const cut = createDisconnector(context)
  measureSockets(viewers, () => subscriptions.feeds(), context)

  viewers.on('connection', (viewer) => {
    viewer.on('join', (feed, answer) => {
      if (typeof answer !== 'function' || !feedName.safeParse(feed).success) return cut(viewer, 'malformed')
      join(viewer, feed, answer).catch((error) =>
        context.log.warn({ err: error, feed }, 'feed not read, join left unanswered'),
      )
    })
    viewer.on('leave', (feed) => leave(viewer, feed))
    viewer.on('disconnect', () => {
      for (const feed of viewer.data.feeds) leave(viewer, feed)
    })
  })

  /** After an error the join stays unanswered: the client retries, and receives pushes meanwhile. */
  async function join(viewer: FeedSocket, feed: string, answer: JoinAnswer): Promise<void> {
    const { identity, feeds } = viewer.data
    viewer.data.joins += 1
    if (isTooMuch(viewer, feed)) return cut(viewer, 'too-many-joins')
    if (!authorise(feed, identity)) return refuse(viewer, feed, answer, 'not-yours')
    if (!feeds.has(feed)) await enter(viewer, feed)
    const head = await heads.head(feed)
    if (!feeds.has(feed)) return
    if (!head) return refuse(viewer, feed, answer, 'no-such-feed')
    const latest = subscriptions.latest(feed)
    const { version, data } = latest && latest.version > head.version ? latest : head
    answer({ version, data })
  }

  async function enter(viewer: FeedSocket, feed: string): Promise<void> {
    viewer.data.feeds.add(feed)
    void viewer.join(feed)
    await subscriptions.subscribe(feed)
  }

  function leave(viewer: FeedSocket, feed: string): void {
    if (!viewer.data.feeds.delete(feed)) return
    void viewer.leave(feed)
    subscriptions.unsubscribe(feed)
  }

  function refuse(viewer: FeedSocket, feed: string, answer: JoinAnswer, refused: string): void {
    leave(viewer, feed)
    answer({ refused })
  }

  function forward({ push, traceparent }: FeedUpdate): void {
    const { feed, version } = push
    const readers = viewersOf(feed)
    withTraceparent(traceparent, () => context.log.info({ feed, version, sockets: readers.length }, 'pushed'))
    for (const reader of readers.filter(isSlow)) cut(reader, 'slow-reader')
    viewers.to(feed).emit('push', push)
  }

  function viewersOf(feed: string): FeedSocket[] {
    const ids = viewers.sockets.adapter.rooms.get(feed) ?? []
    return [...ids].flatMap((id) => viewers.sockets.sockets.get(id) ?? [])
  }

  async function heartbeat(): Promise<void> {
    const versions = await heads.versions(subscriptions.feeds())
    for (const viewer of viewers.sockets.sockets.values()) {
      viewer.data.joins = 0
      const mine = [...viewer.data.feeds].flatMap((feed) => (feed in versions ? [[feed, versions[feed]]] : []))
      if (isSlow(viewer)) cut(viewer, 'slow-reader')
      else if (mine.length > 0) viewer.emit('heads', Object.fromEntries(mine))
    }
  }

  const heartbeats = setInterval(
    () => void heartbeat().catch((error) => context.log.warn({ err: error }, 'versions not read, heartbeat skipped')),
    heartbeatMs,
  )

  function cutAll(signInId: string): void {
    for (const viewer of viewers.sockets.sockets.values()) {
      if (viewer.data.identity?.sid === signInId) cut(viewer, 'signed-out')
    }
  }

  /** Resolves when every socket is closed, at the latest after `DRAIN_MS`. */
  async function drained(): Promise<void> {
    const end = Date.now() + DRAIN_MS
    while (viewers.engine.clientsCount > 0 && Date.now() < end) await delay(10)
  }

  context.onStop('feed sockets', async () => {
    clearInterval(heartbeats)
    for (const viewer of viewers.sockets.sockets.values()) cut(viewer, 'stopping')
    await drained()
    viewers.engine.close()
  })
}

function isTooMuch({ data: { feeds, joins } }: FeedSocket, feed: string): boolean {
  return joins > MAX_JOINS_PER_HEARTBEAT || (feeds.size >= MAX_FEEDS && !feeds.has(feed))
}
