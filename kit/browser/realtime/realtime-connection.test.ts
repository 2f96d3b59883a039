import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type ConnectionStatus, createConnection, type RealtimeSocket } from './realtime-connection.ts'

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

let handlers: Map<string, (message?: unknown) => void>
let socket: RealtimeSocket
let waits: { attempt: number; end(): void }[]
let heard: [string, unknown?][]

beforeEach(() => {
  handlers = new Map()
  waits = []
  heard = []
  socket = {
    connected: false,
    on: (event, handler) => handlers.set(event, handler as (message?: unknown) => void),
    emit: vi.fn(),
    emitWithAck: vi.fn(),
    connect: vi.fn(),
  }
})

const say = (event: string, message?: unknown) => handlers.get(event)?.(message)

function create(openSocket = async () => socket) {
  const connection = createConnection(openSocket, (attempt) => new Promise((end) => waits.push({ attempt, end })), {
    onConnect: () => heard.push(['connect']),
    onPush: (push) => heard.push(['push', push]),
    onHeads: (heads) => heard.push(['heads', heads]),
  })
  const statuses: ConnectionStatus[] = []
  connection.onStatus(() => statuses.push(connection.status()))
  return { connection, statuses }
}

async function createLive() {
  const created = create()
  created.connection.open()
  await settled()
  socket.connected = true
  say('connect')
  return created
}

describe('a connection', () => {
  test('is opened once, however many feeds are joined', async () => {
    const open = vi.fn(async () => socket)
    const { connection, statuses } = create(open)
    expect(connection.status()).toBe('idle')
    connection.open()
    connection.open()
    await settled()
    expect(open).toHaveBeenCalledTimes(1)
    expect(socket.connect).toHaveBeenCalledTimes(1)
    expect(statuses).toEqual(['connecting'])
  })

  test('passes on what the server says', async () => {
    await createLive()
    say('push', { feed: 'a.1' })
    say('heads', { 'a.1': 3 })
    expect(heard).toEqual([['connect'], ['push', { feed: 'a.1' }], ['heads', { 'a.1': 3 }]])
  })

  test('gives its socket only while that is connected', async () => {
    const { connection } = create()
    expect(connection.socket()).toBeUndefined()
    connection.open()
    await settled()
    expect(connection.socket()).toBeUndefined()
    socket.connected = true
    expect(connection.socket()).toBe(socket)
  })

  test('whose client cannot be loaded is tried again, later each time', async () => {
    const open = vi.fn(async () => socket)
    open.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const { connection, statuses } = create(open)
    connection.open()
    for (const attempt of [1, 2]) {
      await settled()
      expect(waits.at(-1)?.attempt).toBe(attempt)
      waits.at(-1)?.end()
    }
    await settled()
    expect(open).toHaveBeenCalledTimes(3)
    say('connect')
    expect(statuses).toEqual(['connecting', 'offline', 'live'])
  })
})

describe('a connection that breaks', () => {
  test('is left to Socket.IO, which connects again by itself', async () => {
    const { statuses } = await createLive()
    say('disconnect', 'transport close')
    expect(waits).toEqual([])
    say('connect_error')
    say('connect')
    expect(statuses).toEqual(['connecting', 'live', 'offline', 'live'])
    expect(socket.connect).toHaveBeenCalledTimes(1)
  })

  test('is opened again after a wait when the server disconnected', async () => {
    await createLive()
    say('cut', { reason: 'stopping' })
    say('disconnect', 'io server disconnect')
    expect(socket.connect).toHaveBeenCalledTimes(1)
    waits[0]?.end()
    await settled()
    expect(socket.connect).toHaveBeenCalledTimes(2)
  })

  test('stays ended after a sign-out, whatever comes then', async () => {
    const { connection, statuses } = await createLive()
    say('cut', { reason: 'signed-out' })
    say('disconnect', 'io server disconnect')
    say('connect_error')
    connection.open()
    expect(statuses).toEqual(['connecting', 'live', 'ended'])
    expect(waits).toEqual([])
  })
})

test('who no longer listens is told nothing, and nobody is told of a status that stays', async () => {
  const { connection, statuses } = create()
  const other = vi.fn()
  const stop = connection.onStatus(other)
  connection.open()
  stop()
  await settled()
  say('connect')
  say('connect')
  expect(other).toHaveBeenCalledTimes(1)
  expect(statuses).toEqual(['connecting', 'live'])
})
