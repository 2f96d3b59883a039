/**
 * Live feeds of one team over its own socket, opened at the first join. A feed's owner counts versions; what arrives is
 * applied only when it continues what is here (`judge`), everything else is read again by joining again.
 */
import type { Push } from '@fernweh/contracts/feeds/feed'
import { type Head, judge } from './feed-rule.ts'

export type LiveStatus = 'idle' | 'connecting' | 'live' | 'offline' | 'ended'

export interface Live {
  /** `mine` is what the page already shows. Answers the way to leave. */
  join<Data>(feed: string, mine: Head<Data> | null, onChange: (head: Head<Data>) => void): () => void
  status(): LiveStatus
  onStatus(handler: () => void): () => void
}

/** The little of a Socket.IO client that is used. */
export interface LiveSocket {
  on(event: string, handler: (message: never) => void): unknown
  emit(event: string, feed: string): unknown
  emitWithAck(event: string, feed: string): Promise<Head | { refused: string }>
  connect(): unknown
  connected: boolean
}

interface Watch {
  head: Head | null
  /** The newest version anyone spoke of. */
  known: number
  joining: boolean
  handlers: Set<(head: Head<never>) => void>
}

export function createLive(open: () => Promise<LiveSocket>, pause = jitteredPause): Live {
  const watches = new Map<string, Watch>()
  const listeners = new Set<() => void>()
  let opening: Promise<LiveSocket | undefined> | undefined
  let socket: LiveSocket | undefined
  let status: LiveStatus = 'idle'

  function become(next: LiveStatus) {
    if (status === next || status === 'ended') return
    status = next
    for (const listener of listeners) listener()
  }

  function settle(watch: Watch, head: Head) {
    watch.known = Math.max(watch.known, head.version)
    if (watch.head !== null && head.version <= watch.head.version) return
    watch.head = head
    for (const handler of watch.handlers) handler(head as Head<never>)
  }

  async function read(feed: string, watch: Watch): Promise<void> {
    if (watch.joining || !socket?.connected) return
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

  function hear({ feed, after, version, data }: Push) {
    const watch = watches.get(feed)
    if (!watch) return
    watch.known = Math.max(watch.known, version)
    const verdict = judge(watch.head?.version ?? null, { after, version })
    if (verdict === 'apply') settle(watch, { version, data })
    if (verdict === 'read-again') void read(feed, watch)
  }

  function compare(heads: Record<string, number>) {
    for (const [feed, version] of Object.entries(heads)) {
      const watch = watches.get(feed)
      if (!watch || version <= (watch.head?.version ?? 0)) continue
      watch.known = Math.max(watch.known, version)
      void read(feed, watch)
    }
  }

  function attach(opened: LiveSocket) {
    socket = opened
    opened.on('connect', () => {
      become('live')
      for (const [feed, watch] of watches) void read(feed, watch)
    })
    opened.on('push', hear)
    opened.on('heads', compare)
    opened.on('cut', ({ reason }: { reason: string }) => {
      if (reason === 'signed-out') become('ended')
    })
    opened.on('disconnect', (reason: string) => {
      become('offline')
      // Socket.IO comes back by itself, except when the server hung up.
      if (reason === 'io server disconnect' && status !== 'ended') void pause().then(() => opened.connect())
    })
    opened.on('connect_error', () => become('offline'))
    opened.connect()
    return opened
  }

  async function connect(): Promise<LiveSocket> {
    become('connecting')
    return open().then(attach, async () => {
      become('offline')
      await pause()
      return connect()
    })
  }

  return {
    join(feed, mine, onChange) {
      const watch = watches.get(feed) ?? { head: mine, known: mine?.version ?? 0, joining: false, handlers: new Set() }
      const handler = onChange as (head: Head<never>) => void
      watches.set(feed, watch)
      watch.handlers.add(handler)
      if (watch.head !== null && watch.head.version > (mine?.version ?? -1)) onChange(watch.head as never)
      opening ??= connect()
      void read(feed, watch)
      return () => {
        watch.handlers.delete(handler)
        if (watch.handlers.size > 0 || watches.get(feed) !== watch) return
        watches.delete(feed)
        if (socket?.connected) socket.emit('leave', feed)
      }
    },
    status: () => status,
    onStatus(handler) {
      listeners.add(handler)
      return () => listeners.delete(handler)
    },
  }
}

function jitteredPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 1500))
}
