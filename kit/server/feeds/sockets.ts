import type { KeyObject } from 'node:crypto'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { ClientToServer, ServerToClient } from '@fernweh/contracts/feeds/feed'
import { Server, type Socket } from 'socket.io'
import { type Caller, IDENTITY_HEADER, verifyIdentity } from '../http/identity.ts'
import type { SignOuts } from '../http/sign-outs.ts'
import type { ProcessContext } from '../process/lifecycle.ts'
import { counter, gauge } from '../process/metrics.ts'

export interface FeedSocketData {
  identity: Caller | null
  feeds: Set<string>
  joins: number
}
export type FeedSocket = Socket<ClientToServer, ServerToClient, Record<never, never>, FeedSocketData>
export type FeedSocketServer = Server<ClientToServer, ServerToClient, Record<never, never>, FeedSocketData>
export type Disconnector = (viewer: FeedSocket, reason: string) => void

const MAX_BYTES_IN = 10_000
const MAX_UNSENT_PACKETS = 64
const MAX_UNSENT_BYTES = 1_000_000
/** Time for the reason to arrive before the connection is terminated. */
const CUT_TIMEOUT_MS = 500

/** Websocket only, one origin only; connection state recovery stays off, since it skips authentication. */
export function createFeedSocketServer(
  server: HttpServer,
  options: { origin: string; identityKey: KeyObject; context: ProcessContext; signOuts: SignOuts },
): FeedSocketServer {
  const { origin, identityKey, context, signOuts } = options
  const viewers: FeedSocketServer = new Server(server, {
    path: '/live/',
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_BYTES_IN,
    allowRequest: (request, answer) => {
      const refusal = refuse(request, origin, context)
      answer(refusal, refusal === null)
    },
  })
  // An open connection may enter late, or leave and enter again: with an identity whose sign-in has ended meanwhile.
  viewers.use(async (viewer, next) => {
    const token = viewer.handshake.headers[IDENTITY_HEADER]
    const identity = typeof token === 'string' ? await verifyIdentity(token, identityKey) : null
    viewer.data = { identity, feeds: new Set(), joins: 0 }
    const isOver = identity !== null && signOuts.has(identity.sid)
    next(isOver || (token && !identity) ? new Error('sign-in-needed') : undefined)
  })
  return viewers
}

function refuse(request: IncomingMessage, origin: string, context: ProcessContext): string | null {
  if (context.stopping.aborted) return 'stopping'
  return request.headers.origin === origin ? null : 'foreign-origin'
}

export function createDisconnector(context: ProcessContext): Disconnector {
  const cuts = counter(context.metrics, {
    name: 'fernweh_feed_sockets_cut_total',
    help: 'Sockets cut by the server',
    labelNames: ['reason'],
  })
  return (viewer, reason) => {
    if (!viewer.connected) return
    cuts.inc({ reason })
    context.log.info({ reason, account: viewer.data.identity?.sub }, 'socket cut')
    viewer.emit('cut', { reason })
    viewer.disconnect()
    setTimeout(() => wire(viewer).terminate(), CUT_TIMEOUT_MS)
  }
}

/** What a client does not read stays in this process's memory. */
export function isSlow(viewer: FeedSocket): boolean {
  const { writeBuffer } = viewer.conn as unknown as Connection
  return writeBuffer.length > MAX_UNSENT_PACKETS || wire(viewer).bufferedAmount > MAX_UNSENT_BYTES
}

const wire = (viewer: FeedSocket) => (viewer.conn as unknown as Connection).transport.socket

/** Private parts of Engine.IO: unsent data, and a way to end a connection whose peer does not respond. */
interface Connection {
  writeBuffer: unknown[]
  transport: { socket: { bufferedAmount: number; terminate(): void } }
}

export function measureSockets(viewers: FeedSocketServer, followed: () => string[], { metrics }: ProcessContext): void {
  gauge(metrics, { name: 'fernweh_feed_sockets', help: 'Open sockets' }, () => [{ value: viewers.engine.clientsCount }])
  gauge(metrics, { name: 'fernweh_feeds_followed', help: 'Feeds that an open socket follows' }, () => [
    { value: followed().length },
  ])
}
