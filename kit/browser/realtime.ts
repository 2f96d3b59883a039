/**
 * Realtime feeds of one team over its own socket, opened at the first join. A push is applied only if it follows the present
 * version (`classifyPush`); over a gap, the feed is read again by joining again.
 */
import type { Push } from '@fernweh/contracts/feeds/feed'
import { classifyPush, type FeedHead } from './feed-rule.ts'
import { type Connection, createConnection, type RealtimeSocket } from './realtime-connection.ts'

export interface Realtime extends Pick<Connection, 'status' | 'onStatus'> {
  /** `mine` is what the page already shows. Returns a function that leaves the feed. */
  join<Data>(feed: string, mine: FeedHead<Data> | null, onChange: (head: FeedHead<Data>) => void): () => void
}

interface Watch {
  head: FeedHead | null
  /** The newest version that a push or a heartbeat named. */
  known: number
  joining: boolean
  handlers: Set<(head: FeedHead<never>) => void>
}

export function createRealtime(openSocket: () => Promise<RealtimeSocket>, pause = jitteredPause): Realtime {
  const watches = new Map<string, Watch>()
  const connection = createConnection(openSocket, pause, { onConnect, onPush, onHeads })

  function onConnect() {
    for (const [feed, watch] of watches) void read(feed, watch)
  }

  function onPush({ feed, after, version, data }: Push) {
    const watch = watches.get(feed)
    if (!watch) return
    watch.known = Math.max(watch.known, version)
    const verdict = classifyPush(watch.head?.version ?? null, { after, version })
    if (verdict === 'apply') settle(watch, { version, data })
    if (verdict === 'read-again') void read(feed, watch)
  }

  function onHeads(heads: Record<string, number>) {
    for (const [feed, version] of Object.entries(heads)) {
      const watch = watches.get(feed)
      if (!watch || version <= (watch.head?.version ?? 0)) continue
      watch.known = Math.max(watch.known, version)
      void read(feed, watch)
    }
  }

  /** Joins, again and again until the answer is as new as the newest known version. */
  async function read(feed: string, watch: Watch): Promise<void> {
    const socket = connection.socket()
    if (watch.joining || !socket) return
    watch.joining = true
    const answer = await socket.emitWithAck('join', feed).catch(() => undefined)
    watch.joining = false
    if (watches.get(feed) !== watch) return
    if (answer && 'refused' in answer) return
    if (answer) settle(watch, answer)
    if (answer && (watch.head?.version ?? 0) >= watch.known) return
    await pause()
    return read(feed, watch)
  }

  function leave(feed: string, watch: Watch, handler: (head: FeedHead<never>) => void) {
    watch.handlers.delete(handler)
    if (watch.handlers.size > 0 || watches.get(feed) !== watch) return
    watches.delete(feed)
    connection.socket()?.emit('leave', feed)
  }

  return {
    join(feed, mine, onChange) {
      const watch = watches.get(feed) ?? { head: mine, known: mine?.version ?? 0, joining: false, handlers: new Set() }
      const handler = onChange as (head: FeedHead<never>) => void
      watches.set(feed, watch)
      watch.handlers.add(handler)
      if (watch.head !== null && watch.head.version > (mine?.version ?? -1)) handler(watch.head as FeedHead<never>)
      connection.open()
      void read(feed, watch)
      return () => leave(feed, watch, handler)
    },
    status: connection.status,
    onStatus: connection.onStatus,
  }
}

function settle(watch: Watch, head: FeedHead) {
  watch.known = Math.max(watch.known, head.version)
  if (watch.head !== null && head.version <= watch.head.version) return
  watch.head = head
  for (const handler of watch.handlers) handler(head as FeedHead<never>)
}

function jitteredPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1500))
}
