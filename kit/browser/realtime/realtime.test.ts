import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import type { FeedHead } from './feed-rule.ts'
import { createRealtime } from './realtime.ts'
import type { RealtimeSocket } from './realtime-connection.ts'

/** Everything that is under way without a timer has happened. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
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
  const live = createRealtime(async () => socket, settled)
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
  await eventually(() => seen).toEqual([3])
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
  await eventually(() => connect).toHaveBeenCalledTimes(1)
  server.send('cut', { reason: 'signed-out' })
  server.send('disconnect', 'io server disconnect')
  await settled()
  expect([connect.mock.calls.length, server.live.status()]).toEqual([1, 'ended'])
})

test('a refused feed is asked for once, until the connection is a new one', async () => {
  const server = createServer({ 'session.1': { refused: 'not-yours' } })
  const { seen } = follow(server, 'session.1', head(1))
  await settled()
  await settled()
  expect([server.joined, seen]).toEqual([['session.1'], []])
  server.heads['session.1'] = head(2)
  server.send('disconnect', 'transport close')
  server.socket.connect()
  await settled()
  expect(seen).toEqual([2])
})

test('a join without an answer is repeated, and waits longer each time', async () => {
  const server = createServer({ 'session.1': head(2) })
  const attempts: number[] = []
  const live = createRealtime(
    async () => server.socket,
    async (attempt) => {
      attempts.push(attempt)
      await settled()
    },
  )
  const ask = vi.spyOn(server.socket, 'emitWithAck')
  for (let lost = 0; lost < 3; lost++) ask.mockRejectedValueOnce(new Error('operation has timed out'))
  const seen: number[] = []
  live.join('session.1', head(1), ({ version }) => seen.push(version))
  await eventually(() => seen).toEqual([2])
  expect(attempts).toEqual([1, 2, 3])
})

test('an answer that comes after everybody left changes nothing', async () => {
  const server = createServer({ 'session.1': head(4) })
  let answer = (_: FeedHead) => {}
  vi.spyOn(server.socket, 'emitWithAck').mockReturnValue(new Promise((resolve) => (answer = resolve)))
  const { seen, leave } = follow(server, 'session.1', head(1))
  await settled()
  leave()
  answer(head(4))
  await settled()
  expect(seen).toEqual([])
})

type Step = 'change' | 'push' | 'late-push' | 'heads' | 'lose-connection' | 'connect'
const steps = fc.array(
  fc.constantFrom<Step>('change', 'change', 'push', 'push', 'late-push', 'heads', 'lose-connection', 'connect'),
  { maxLength: 40 },
)

/** An owner whose feed changes while the network loses, repeats and delays what it says. */
async function run(happening: readonly Step[], endsWithHeads = true): Promise<{ seen: number[]; owner: number }> {
  const server = createServer({ 'session.1': head(1) })
  const { seen } = follow(server, 'session.1', head(1))
  let [owner, pushed] = [1, 1]
  let late = { feed: 'session.1', after: 0, ...head(1) }
  const acts: Record<Step, () => void> = {
    change() {
      owner += 1
      server.heads['session.1'] = head(owner)
    },
    push() {
      const push = { feed: 'session.1', after: pushed, ...head(owner) }
      pushed = owner
      if (owner % 3 === 0) late = push
      else server.send('push', push)
    },
    'late-push': () => server.send('push', late),
    heads: () => server.send('heads', { 'session.1': owner }),
    'lose-connection'() {
      server.socket.connected = false
      server.send('disconnect', 'transport close')
    },
    connect: () => void server.socket.connect(),
  }
  await settled()
  for (const step of happening) {
    acts[step]()
    await Promise.resolve()
  }
  if (!server.socket.connected) acts.connect()
  if (endsWithHeads) acts.heads()
  await settled()
  await settled()
  return { seen, owner }
}

test('whatever the network does, the page never goes back, and one heartbeat later it shows the head', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (happening) => {
      const { seen, owner } = await run(happening)
      expect(seen).toEqual([...new Set(seen)].sort((one, other) => one - other))
      expect(seen.at(-1) ?? 1).toBe(owner)
    }),
  )
})

test('without the heartbeat a lost push stays unseen (negative control)', async () => {
  expect(await run(['change'], false)).toEqual({ seen: [], owner: 2 })
})
