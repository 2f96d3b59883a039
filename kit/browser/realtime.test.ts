import { expect, test, vi } from 'vitest'
import type { FeedHead } from './feed-rule.ts'
import { createRealtime } from './realtime.ts'
import type { RealtimeSocket } from './realtime-connection.ts'

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const head = (version: number): FeedHead => ({ version, data: `v${version}` })

/** A server that answers joins with its heads, and sends what a test wants it to. */
function createServer(heads: Record<string, FeedHead | { refused: string }>) {
  const handlers = new Map<string, (message: never) => void>()
  const joined: string[] = []
  const left: string[] = []
  const socket: RealtimeSocket = {
    connected: false,
    on: (event, handler) => handlers.set(event, handler),
    emit: (_event, feed) => left.push(feed),
    async emitWithAck(_event, feed) {
      joined.push(feed)
      return heads[feed] ?? { refused: 'no-such-feed' }
    },
    connect() {
      socket.connected = true
      send('connect', undefined)
    },
  }
  const send = (event: string, message: unknown) => handlers.get(event)?.(message as never)
  const live = createRealtime(async () => socket, settled as () => Promise<void>)
  return { socket, live, heads, joined, left, send }
}

function follow({ live }: ReturnType<typeof createServer>, feed: string, mine: FeedHead | null) {
  const seen: number[] = []
  const leave = live.join(feed, mine, ({ version }) => seen.push(version))
  return { seen, leave }
}

test('connects at the first join and shows what is newer than the page', async () => {
  const server = createServer({ 'session.1': head(4) })
  expect(server.live.status()).toBe('idle')
  const { seen } = follow(server, 'session.1', head(2))
  await settled()
  expect([server.live.status(), server.joined, seen]).toEqual(['live', ['session.1'], [4]])
})

test('applies a push that follows, ignores an old one, reads again over a gap', async () => {
  const server = createServer({ 'session.1': head(4) })
  const { seen } = follow(server, 'session.1', head(4))
  await settled()
  server.send('push', { feed: 'session.1', after: 4, ...head(6) })
  server.send('push', { feed: 'session.1', after: 4, ...head(5) })
  expect(seen).toEqual([6])
  server.heads['session.1'] = head(9)
  server.send('push', { feed: 'session.1', after: 8, ...head(9) })
  await settled()
  expect(seen).toEqual([6, 9])
})

test('an answer that is older than a received push is read again', async () => {
  const server = createServer({ 'session.1': head(1) })
  const { seen } = follow(server, 'session.1', head(1))
  await settled()
  server.send('push', { feed: 'session.1', after: 2, ...head(3) })
  await settled()
  server.heads['session.1'] = head(3)
  await vi.waitFor(() => expect(seen).toEqual([3]))
})

test('a lost last push is noticed by the versions of a heartbeat', async () => {
  const server = createServer({ 'session.1': head(1) })
  const { seen } = follow(server, 'session.1', head(1))
  await settled()
  server.heads['session.1'] = head(2)
  server.send('heads', { 'session.1': 2, 'session.9': 5 })
  await settled()
  expect(seen).toEqual([2])
})

test('joins everything again after a reconnect, and nothing that was left', async () => {
  const server = createServer({ 'session.1': head(1), 'session.2': head(1) })
  follow(server, 'session.1', head(1))
  follow(server, 'session.2', head(1)).leave()
  await settled()
  server.send('disconnect', 'transport close')
  expect(server.live.status()).toBe('offline')
  server.joined.length = 0
  server.socket.connect()
  await settled()
  expect(server.joined).toEqual(['session.1'])
})

test('two fragments share one join, which ends when the last of them leaves', async () => {
  const server = createServer({ 'session.1': head(3) })
  const first = follow(server, 'session.1', head(1))
  await settled()
  const second = follow(server, 'session.1', head(1))
  expect(second.seen).toEqual([3])
  first.leave()
  expect(server.left).toEqual([])
  second.leave()
  expect(server.left).toEqual(['session.1'])
})

test('after the end of the session the connection is not restored; after any other cut it is', async () => {
  const server = createServer({ 'session.1': head(1) })
  follow(server, 'session.1', head(1))
  await settled()
  const connect = vi.spyOn(server.socket, 'connect')
  server.send('cut', { reason: 'slow-reader' })
  server.send('disconnect', 'io server disconnect')
  await vi.waitFor(() => expect(connect).toHaveBeenCalledTimes(1))
  server.send('cut', { reason: 'signed-out' })
  server.send('disconnect', 'io server disconnect')
  await settled()
  expect([connect.mock.calls.length, server.live.status()]).toEqual([1, 'ended'])
})
