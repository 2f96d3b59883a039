/** The bridge from feeds on the broker to browsers: join is authorised every time and answers with the head, pushes follow. */
import type { KeyObject } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type ClientToServer, feedName } from '@fernweh/contracts/feeds/feed'
import type { Broker } from './broker.ts'
import type { FeedHeads } from './feed-heads.ts'
import type { Caller } from './identity.ts'
import type { Life } from './lifecycle.ts'
import { followSignOuts } from './sign-outs.ts'
import { withTraceparent } from './telemetry.ts'
import { countViewers, createCut, createViewers, isSlow, type Viewer } from './viewers.ts'
import { createWatches, type Told } from './watches.ts'

export interface LiveOptions {
  broker: Pick<Broker, 'nc'>
  /** The one origin whose pages may connect. */
  origin: string
  identityKey: KeyObject
  /** May this person, or anybody (null), follow the feed? */
  authorise: (feed: string, identity: Caller | null) => boolean
  heads: FeedHeads
  life: Life
  heartbeatMs?: number
}

type JoinAnswer = Parameters<ClientToServer['join']>[1]

const MOST_FEEDS = 100
const MOST_JOINS_PER_HEARTBEAT = 300
const DRAIN_MS = 600

export function serveLive(server: HttpServer, options: LiveOptions): void {
  const { broker, authorise, heads, life, heartbeatMs = 15_000 } = options
  const signOuts = followSignOuts(broker, cutAll)
  const viewers = createViewers(server, { ...options, signOuts })
  const watches = createWatches(broker, tell)
  const cut = createCut(life)
  countViewers(viewers, life)

  viewers.on('connection', (viewer) => {
    viewer.on('join', (feed, answer) => {
      if (typeof answer !== 'function' || !feedName.safeParse(feed).success) return cut(viewer, 'malformed')
      join(viewer, feed, answer).catch((error) => life.log.warn({ err: error, feed }, 'join left unanswered'))
    })
    viewer.on('leave', (feed) => leave(viewer, feed))
    viewer.on('disconnect', () => {
      for (const feed of viewer.data.feeds) leave(viewer, feed)
    })
  })

  /** A join that meets a fault stays unanswered: the client asks again, and pushes reach it meanwhile. */
  async function join(viewer: Viewer, feed: string, answer: JoinAnswer): Promise<void> {
    const { identity, feeds } = viewer.data
    viewer.data.joins += 1
    if (isTooMuch(viewer, feed)) return cut(viewer, 'too-many-joins')
    if (!authorise(feed, identity)) return refuse(viewer, feed, answer, 'not-yours')
    if (!feeds.has(feed)) await enter(viewer, feed)
    const head = await heads.head(feed)
    if (!feeds.has(feed)) return
    if (!head) return refuse(viewer, feed, answer, 'no-such-feed')
    const latest = watches.latest(feed)
    const { version, data } = latest && latest.version > head.version ? latest : head
    answer({ version, data })
  }

  async function enter(viewer: Viewer, feed: string): Promise<void> {
    viewer.data.feeds.add(feed)
    void viewer.join(feed)
    await watches.watch(feed)
  }

  function leave(viewer: Viewer, feed: string): void {
    if (!viewer.data.feeds.delete(feed)) return
    void viewer.leave(feed)
    watches.unwatch(feed)
  }

  function refuse(viewer: Viewer, feed: string, answer: JoinAnswer, refused: string): void {
    leave(viewer, feed)
    answer({ refused })
  }

  function tell({ push, traceparent }: Told): void {
    const { feed, version } = push
    const readers = viewersOf(feed)
    withTraceparent(traceparent, () => life.log.info({ feed, version, sockets: readers.length }, 'pushed'))
    for (const reader of readers.filter(isSlow)) cut(reader, 'slow-reader')
    viewers.to(feed).emit('push', push)
  }

  function viewersOf(feed: string): Viewer[] {
    const ids = viewers.sockets.adapter.rooms.get(feed) ?? []
    return [...ids].flatMap((id) => viewers.sockets.sockets.get(id) ?? [])
  }

  async function heartbeat(): Promise<void> {
    const versions = await heads.versions(watches.feeds())
    for (const viewer of viewers.sockets.sockets.values()) {
      viewer.data.joins = 0
      const mine = [...viewer.data.feeds].flatMap((feed) => (feed in versions ? [[feed, versions[feed]]] : []))
      if (isSlow(viewer)) cut(viewer, 'slow-reader')
      else if (mine.length > 0) viewer.emit('heads', Object.fromEntries(mine))
    }
  }

  const beating = setInterval(
    () => void heartbeat().catch((error) => life.log.warn({ err: error }, 'heads not read')),
    heartbeatMs,
  )

  function cutAll(signInId: string): void {
    for (const viewer of viewers.sockets.sockets.values()) {
      if (viewer.data.identity?.sid === signInId) cut(viewer, 'signed-out')
    }
  }

  /** Until everybody has heard why and left, or was torn away. */
  async function farewells(): Promise<void> {
    const end = Date.now() + DRAIN_MS
    while (viewers.engine.clientsCount > 0 && Date.now() < end) await delay(10)
  }

  life.onStop('live', async () => {
    clearInterval(beating)
    for (const viewer of viewers.sockets.sockets.values()) cut(viewer, 'stopping')
    await farewells()
    viewers.engine.close()
  })
}

function isTooMuch({ data: { feeds, joins } }: Viewer, feed: string): boolean {
  return joins > MOST_JOINS_PER_HEARTBEAT || (feeds.size >= MOST_FEEDS && !feeds.has(feed))
}
