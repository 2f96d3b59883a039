/** Feeds of one team over its own socket, opened at the first join. A feed is read, and read again, by joining it. */
import type { Push } from '@fernweh/contracts/feeds/feed'
import { type Backoff, waitBeforeRetry } from '../../retry/backoff.ts'
import { classifyPush, type FeedHead } from './feed-rule.ts'
import { type Connection, createConnection, type RealtimeSocket } from './realtime-connection.ts'

export interface Realtime extends Pick<Connection, 'status' | 'onStatus'> {
  /** `shown` is what the page already shows. Returns the function that leaves the feed. */
  join<Data>(feed: string, shown: FeedHead<Data> | null, onChange: (head: FeedHead<Data>) => void): () => void
}

interface FollowedFeed {
  head: FeedHead | null
  /** The newest version in any message. */
  newest: number
  joining: boolean
  handlers: Set<(head: FeedHead<never>) => void>
}

const RETRY: Backoff = { firstMs: 1_600, maxMs: 3_200 }

export function createRealtime(
  openSocket: () => Promise<RealtimeSocket>,
  wait = (attempt: number) => waitBeforeRetry(attempt, RETRY),
): Realtime {
  const followed = new Map<string, FollowedFeed>()
  const connection = createConnection(openSocket, wait, { onConnect, onPush, onHeads })

  function onConnect() {
    for (const [name, feed] of followed) void read(name, feed)
  }

  function onPush({ feed: name, after, version, data }: Push) {
    const feed = followed.get(name)
    if (!feed) return
    feed.newest = Math.max(feed.newest, version)
    const verdict = classifyPush(feed.head?.version ?? null, { after, version })
    if (verdict === 'apply') applyHead(feed, { version, data })
    if (verdict === 'read-again') void read(name, feed)
  }

  function onHeads(heads: Record<string, number>) {
    for (const [name, version] of Object.entries(heads)) {
      const feed = followed.get(name)
      if (!feed || version <= (feed.head?.version ?? 0)) continue
      feed.newest = Math.max(feed.newest, version)
      void read(name, feed)
    }
  }

  async function read(name: string, feed: FollowedFeed, attempt = 1): Promise<void> {
    const socket = connection.socket()
    if (feed.joining || !socket) return
    feed.joining = true
    const answer = await socket.emitWithAck('join', name).catch(() => undefined)
    feed.joining = false
    if (followed.get(name) !== feed) return
    if (answer && 'refused' in answer) return
    if (answer) applyHead(feed, answer)
    if (answer && (feed.head?.version ?? 0) >= feed.newest) return
    await wait(attempt)
    return read(name, feed, attempt + 1)
  }

  function leave(name: string, feed: FollowedFeed, handler: (head: FeedHead<never>) => void) {
    feed.handlers.delete(handler)
    if (feed.handlers.size > 0 || followed.get(name) !== feed) return
    followed.delete(name)
    connection.socket()?.emit('leave', name)
  }

  return {
    join(name, shown, onChange) {
      const feed = followed.get(name) ?? toFollowed(shown)
      const handler = onChange as (head: FeedHead<never>) => void
      followed.set(name, feed)
      feed.handlers.add(handler)
      if (feed.head !== null && feed.head.version > (shown?.version ?? -1)) handler(feed.head as FeedHead<never>)
      connection.open()
      void read(name, feed)
      return () => leave(name, feed, handler)
    },
    status: connection.status,
    onStatus: connection.onStatus,
  }
}

function toFollowed(head: FeedHead | null): FollowedFeed {
  return { head, newest: head?.version ?? 0, joining: false, handlers: new Set() }
}

function applyHead(feed: FollowedFeed, head: FeedHead) {
  feed.newest = Math.max(feed.newest, head.version)
  if (feed.head !== null && head.version <= feed.head.version) return
  feed.head = head
  for (const handler of feed.handlers) handler(head as FeedHead<never>)
}
