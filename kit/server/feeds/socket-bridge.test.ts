import type { ClientToServer, Push, ServerToClient } from '@fernweh/contracts/feeds/feed'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKeys, startTestProcess, type TestProcess } from '../../testing/process.ts'
import { startTestNats, type TestNats } from '../../testing/test-nats.ts'
import { publishSignOut } from '../../testing/test-owner.ts'
import { until } from '../../testing/until.ts'
import { type Broker, headers, jsonCodec } from '../delivery/broker.ts'
import { type Caller, IDENTITY_HEADER, signIdentity } from '../http/identity.ts'
import { type FeedSocketOptions, serveFeedSockets } from './socket-bridge.ts'

type Client = Socket<ServerToClient, ClientToServer>

const ORIGIN = 'https://fernweh.example'
const gateway = createKeys()
const ownOnly = (feed: string, identity: Caller | null) =>
  !feed.startsWith('diary.') || feed === `diary.${identity?.sub}`

let nats: TestNats
let owner: Broker
let bff: TestProcess
let clients: Client[]
let heads: Map<string, number>

beforeAll(async () => {
  nats = await startTestNats()
  owner = await nats.connect('owner')
})
afterAll(() => nats.close())

beforeEach(async () => {
  clients = []
  heads = new Map([
    ['table.1', 3],
    ['table.2', 1],
    ['diary.ann', 1],
    ['diary.bob', 1],
  ])
  bff = await startBff()
})
afterEach(async () => {
  for (const client of clients) client.close()
  await bff.context.stop()
})

async function startBff(options: Partial<FeedSocketOptions> = {}) {
  const process = await startTestProcess(() => {})
  serveFeedSockets(process.server, {
    broker: await nats.connect('bff'),
    origin: ORIGIN,
    identityKey: gateway.publicKey,
    authorise: ownOnly,
    heads: {
      head: async (feed) => {
        const version = heads.get(feed)
        return version === undefined ? null : { feed, version, data: { version } }
      },
      versions: async (feeds) => Object.fromEntries(feeds.map((feed) => [feed, heads.get(feed) ?? 0])),
    },
    context: process.context,
    heartbeatMs: 200,
    ...options,
  })
  return process
}

async function open(
  who?: 'ann' | 'bob',
  { origin = ORIGIN, key = gateway.privateKey, url = bff.url } = {},
): Promise<Client> {
  const token = who && (await signIdentity({ sub: who, role: 'traveller', sid: `of-${who}` }, key))
  const extraHeaders = { origin, ...(token && { [IDENTITY_HEADER]: token }) }
  const client: Client = io(url, {
    path: '/live/',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders,
  })
  clients.push(client)
  return client
}

function listen(client: Client) {
  const heard = { pushes: [] as Push[], heads: [] as Record<string, number>[], cut: '' }
  client.on('push', (push) => heard.pushes.push(push))
  client.on('heads', (versions) => heard.heads.push(versions))
  client.on('cut', ({ reason }) => {
    heard.cut = reason
  })
  return heard
}

/** Null when the client was let in. */
function refusalOf(client: Client): Promise<string | null> {
  return new Promise((resolve) => {
    client.once('connect', () => resolve(null))
    client.once('connect_error', ({ message }) => resolve(message))
  })
}

const join = (client: Client, feed: string) => client.timeout(15_000).emitWithAck('join', feed)

function publish(feed: string, version: number, traceparent = '') {
  heads.set(feed, version)
  const header = headers()
  if (traceparent) header.set('traceparent', traceparent)
  owner.nc.publish(`feeds.${feed}`, jsonCodec.encode({ feed, after: version - 1, version, data: { version } }), {
    headers: header,
  })
}

describe('following a feed', () => {
  it('begins with the head, and everybody who follows is told', async () => {
    const [ann, bob] = [await open('ann'), await open()]
    const [annHeard, bobHeard] = [listen(ann), listen(bob)]
    expect(await join(ann, 'table.1')).toEqual({ version: 3, data: { version: 3 } })
    await join(bob, 'table.1')
    publish('table.1', 4)
    const push = { feed: 'table.1', after: 3, version: 4, data: { version: 4 } }
    await until(
      () => [annHeard.pushes, bobHeard.pushes],
      (both) => both.every(({ length }) => length === 1),
    )
    expect([annHeard.pushes, bobHeard.pushes]).toEqual([[push], [push]])
  })

  it('tells nobody else', async () => {
    const [ann, bob] = [await open(), await open()]
    const [annHeard, bobHeard] = [listen(ann), listen(bob)]
    await Promise.all([join(ann, 'table.1'), join(bob, 'table.2')])
    publish('table.1', 4)
    publish('table.2', 2)
    await until(
      () => annHeard.pushes.length + bobHeard.pushes.length,
      (pushes) => pushes === 2,
    )
    expect([annHeard.pushes[0]?.feed, bobHeard.pushes[0]?.feed]).toEqual(['table.1', 'table.2'])
  })

  it('carries the trace of the change into the log', async () => {
    const ann = await open()
    await join(ann, 'table.1')
    publish('table.1', 4, `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`)
    await until(() => bff.lines.find(({ msg }) => msg === 'pushed'), Boolean)
    expect(bff.lines).toContainEqual(
      expect.objectContaining({ msg: 'pushed', feed: 'table.1', version: 4, traceId: 'c'.repeat(32) }),
    )
  })

  it('conflates a burst: the last version arrives, in fewer pushes that cover all', async () => {
    const ann = await open()
    const heard = listen(ann)
    await join(ann, 'table.1')
    for (let version = 4; version <= 103; version += 1) publish('table.1', version)
    await until(
      () => heard.pushes.at(-1)?.version,
      (version) => version === 103,
    )
    expect(heard.pushes.length).toBeLessThan(100)
    let mine = 3
    for (const { after, version } of heard.pushes) {
      expect(after).toBeLessThanOrEqual(mine)
      mine = version
    }
  })

  it('answers a join that races with a push with the newer of the two', async () => {
    await bff.context.stop()
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    bff = await startBff({
      heads: {
        async head(feed) {
          await released
          return { feed, version: 3, data: { version: 3 } }
        },
        versions: async () => ({}),
      },
    })
    const ann = await open()
    const heard = listen(ann)
    const joined = join(ann, 'table.1')
    await until(
      () => publish('table.1', 4) ?? heard.pushes.length,
      (pushes) => pushes > 0,
    )
    release()
    expect(await joined).toEqual({ version: 4, data: { version: 4 } })
  })

  it('ends when it is left: nothing is said, and the broker is no longer asked', async () => {
    const ann = await open()
    const heard = listen(ann)
    await join(ann, 'table.1')
    ann.emit('leave', 'table.1')
    await join(ann, 'table.2')
    publish('table.1', 4)
    publish('table.2', 2)
    await until(
      () => heard.pushes.length,
      (pushes) => pushes > 0,
    )
    expect(heard.pushes.map(({ feed }) => feed)).toEqual(['table.2'])
  })
})

describe('a gap', () => {
  it('is found by the heartbeat, and closed by joining again', async () => {
    const ann = await open()
    const heard = listen(ann)
    await join(ann, 'table.1')
    heads.set('table.1', 9)
    await until(
      () => heard.heads.at(-1)?.['table.1'],
      (version) => version === 9,
    )
    expect(heard.pushes).toEqual([])
    expect(await join(ann, 'table.1')).toMatchObject({ version: 9 })
  })

  it('is closed after the broker was away', async () => {
    const ann = await open()
    const heard = listen(ann)
    await join(ann, 'table.1')
    await nats.kill()
    expect(await join(ann, 'table.2')).toMatchObject({ version: 1 })
    heads.set('table.1', 5)
    await until(
      () => heard.heads.at(-1)?.['table.1'],
      (version) => version === 5,
    )
    await nats.start()
    await until(
      () => publish('table.2', 2) ?? heard.pushes.length,
      (pushes) => pushes > 0,
    )
  })
})

describe('who may follow', () => {
  it('is asked at every join', async () => {
    const ann = await open('ann')
    expect(await join(ann, 'diary.ann')).toMatchObject({ version: 1 })
    expect(await join(ann, 'diary.bob')).toEqual({ refused: 'not-yours' })
    expect(await join(await open(), 'diary.ann')).toEqual({ refused: 'not-yours' })
  })

  it('is told nothing about what was refused', async () => {
    const ann = await open('ann')
    const heard = listen(ann)
    await join(ann, 'diary.bob')
    await join(ann, 'diary.ann')
    publish('diary.bob', 2)
    publish('diary.ann', 2)
    await until(
      () => heard.pushes.length,
      (pushes) => pushes > 0,
    )
    expect(heard.pushes.map(({ feed }) => feed)).toEqual(['diary.ann'])
    expect(heard.heads.flatMap(Object.keys)).not.toContain('diary.bob')
  })

  it('would read anybody’s without the rule (negative control)', async () => {
    await bff.context.stop()
    bff = await startBff({ authorise: () => true })
    expect(await join(await open('ann'), 'diary.bob')).toMatchObject({ version: 1 })
  })

  it('is refused a feed that does not exist', async () => {
    expect(await join(await open(), 'table.9')).toEqual({ refused: 'no-such-feed' })
  })
})

describe('the door', () => {
  it('is shut to foreign origins and forged identities, open to ours', async () => {
    expect(await refusalOf(await open('ann', { origin: 'https://elsewhere.example' }))).toBe('websocket error')
    expect(await refusalOf(await open('ann', { key: createKeys().privateKey }))).toBe('sign-in-needed')
    expect(await refusalOf(await open('ann'))).toBeNull()
  })

  it('speaks websocket only', async () => {
    const polling = await fetch(`${bff.url}/live/?EIO=4&transport=polling`, { headers: { origin: ORIGIN } })
    expect(polling.status).toBe(400)
  })
})

describe('cut, with a reason that arrives first', () => {
  async function reasonOf(client: Client, act: () => unknown): Promise<string> {
    const heard = listen(client)
    const closed = new Promise<string>((resolve) => client.once('disconnect', () => resolve(heard.cut)))
    await act()
    return closed
  }

  it('whoever signed out, and nobody else', async () => {
    const [ann, bob] = [await open('ann'), await open('bob')]
    await Promise.all([join(ann, 'diary.ann'), join(bob, 'diary.bob')])
    expect(await reasonOf(ann, () => publishSignOut(owner, 'of-ann'))).toBe('signed-out')
    expect(await join(bob, 'diary.bob')).toMatchObject({ version: 1 })
  })

  it('whoever signed out cannot come back with the identity of before; a neighbour can', async () => {
    const [first, bob] = [await open('ann'), await open('bob')]
    await Promise.all([join(first, 'diary.ann'), join(bob, 'diary.bob')])
    await reasonOf(first, () => publishSignOut(owner, 'of-ann'))
    expect(await refusalOf(await open('ann'))).toBe('sign-in-needed')
    expect(await refusalOf(await open('bob'))).toBeNull()
  })

  it('who asks for what is not theirs again and again', async () => {
    const ann = await open('ann')
    expect(
      await reasonOf(ann, () => {
        for (let times = 0; times < 1000; times += 1) ann.emit('join', 'diary.bob', () => {})
      }),
    ).toBe('too-many-joins')
  })

  it('who joins too much', async () => {
    const ann = await open()
    for (let table = 0; table <= 100; table += 1) heads.set(`table.${table}`, 1)
    expect(
      await reasonOf(ann, () => {
        for (let table = 0; table <= 100; table += 1) join(ann, `table.${table}`).catch(() => {})
      }),
    ).toBe('too-many-joins')
  })

  it('who speaks nonsense', async () => {
    const ann = await open()
    expect(await reasonOf(ann, () => ann.emit('join', '../etc', () => {}))).toBe('malformed')
  })

  it('a slow reader, whose memory is bounded meanwhile', async () => {
    const [ann, bob] = [await open('ann'), await open('bob')]
    await Promise.all([join(ann, 'table.1'), join(bob, 'table.1')])
    const bobHeard = listen(bob)
    pause(ann)
    const data = 'x'.repeat(400_000)
    await until(
      () => {
        const version = (heads.get('table.1') ?? 0) + 1
        heads.set('table.1', version)
        owner.nc.publish('feeds.table.1', jsonCodec.encode({ feed: 'table.1', after: version - 1, version, data }))
        return bff.lines.find(({ msg, reason }) => msg === 'socket cut' && reason === 'slow-reader')?.account
      },
      (account) => account === 'ann',
    )
    expect(bob.connected && bobHeard.cut === '' && bobHeard.pushes.length > 0).toBe(true)
    await until(
      async () => (await (await fetch(`${bff.url}/metrics`)).text()).match(/^fernweh_feed_sockets (\d+)/m)?.[1],
      (n) => n === '1',
    )
  })

  it('everybody when the process stops', async () => {
    const ann = await open()
    await join(ann, 'table.1')
    expect(await reasonOf(ann, () => void bff.context.stop())).toBe('stopping')
    await bff.context.stop()
    expect(await refusalOf(await open('ann'))).not.toBeNull()
  })
})

/** The client's kernel goes on receiving until its buffers are full; then the server's side grows. */
function pause(client: Client): void {
  const { transport } = client.io.engine as unknown as { transport: { ws: { _socket: { pause(): void } } } }
  transport.ws._socket.pause()
}
