import type { Push } from '@fernweh/contracts/feeds/feed'
import type { FeedHead } from './feed-rule.ts'

export type ConnectionStatus = 'idle' | 'connecting' | 'live' | 'offline' | 'ended'

export interface RealtimeSocket {
  on(event: string, handler: (message: never) => void): unknown
  emit(event: string, feed: string): unknown
  emitWithAck(event: string, feed: string): Promise<FeedHead | { refused: string }>
  connect(): unknown
  connected: boolean
}

export interface ConnectionListener {
  onConnect(): void
  onPush(push: Push): void
  onHeads(heads: Record<string, number>): void
}

export interface Connection {
  /** Opens the connection, once; it is restored by itself until the session has ended. */
  open(): void
  socket(): RealtimeSocket | undefined
  status(): ConnectionStatus
  onStatus(handler: () => void): () => void
}

export function createConnection(
  openSocket: () => Promise<RealtimeSocket>,
  waitBeforeRetry: (attempt: number) => Promise<void>,
  listener: ConnectionListener,
): Connection {
  const statusHandlers = new Set<() => void>()
  let socket: RealtimeSocket | undefined
  let status: ConnectionStatus = 'idle'

  function setStatus(next: ConnectionStatus) {
    if (status === next || status === 'ended') return
    status = next
    for (const handler of statusHandlers) handler()
  }

  function attach(opened: RealtimeSocket) {
    socket = opened
    opened.on('connect', () => {
      setStatus('live')
      listener.onConnect()
    })
    opened.on('push', listener.onPush)
    opened.on('heads', listener.onHeads)
    opened.on('cut', ({ reason }: { reason: string }) => {
      if (reason === 'signed-out') setStatus('ended')
    })
    opened.on('disconnect', (reason: string) => {
      setStatus('offline')
      // Socket.IO connects again by itself, except when the server disconnected.
      if (reason === 'io server disconnect' && status !== 'ended') void waitBeforeRetry(1).then(() => opened.connect())
    })
    opened.on('connect_error', () => setStatus('offline'))
    opened.connect()
  }

  async function connect(attempt = 1): Promise<void> {
    try {
      attach(await openSocket())
    } catch {
      setStatus('offline')
      await waitBeforeRetry(attempt)
      return connect(attempt + 1)
    }
  }

  return {
    open() {
      if (status !== 'idle') return
      setStatus('connecting')
      void connect()
    },
    socket: () => (socket?.connected ? socket : undefined),
    status: () => status,
    onStatus(handler) {
      statusHandlers.add(handler)
      return () => statusHandlers.delete(handler)
    },
  }
}
