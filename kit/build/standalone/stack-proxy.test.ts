import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { proxyTo } from './stack-proxy.ts'

const open: Server[] = []
let received: {
  method: string | undefined
  url: string | undefined
  headers: IncomingMessage['headers']
  body: string
}[]
let stack: Server
let page: Server

async function start(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  open.push(server)
  return server
}
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

async function serveStack(origin: string) {
  const proxy = proxyTo(new URL(origin))
  page = await start(createServer(proxy.request))
  page.on('upgrade', proxy.upgrade)
}

beforeEach(async () => {
  received = []
  stack = await start(
    createServer(async (request, response) => {
      const { method, url, headers } = request
      received.push({ method, url, headers, body: await text(request) })
      response.writeHead(207, { 'x-from': 'stack' }).end('answered')
    }),
  )
  await serveStack(originOf(stack))
})
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('a request to a running stack', () => {
  test('arrives as it was sent, as if it came from a page of the stack', async () => {
    const answer = await fetch(`${originOf(page)}/api/search/x?q=a%20b`, {
      method: 'POST',
      body: 'seats=2',
      headers: { origin: originOf(page), 'x-fernweh': '1' },
    })
    expect([answer.status, answer.headers.get('x-from'), await answer.text()]).toEqual([207, 'stack', 'answered'])
    expect(received).toMatchObject([{ method: 'POST', url: '/api/search/x?q=a%20b', body: 'seats=2' }])
    expect(received[0]?.headers).toMatchObject({
      host: new URL(originOf(stack)).host,
      origin: originOf(stack),
      'x-fernweh': '1',
    })
  })

  test('without an origin gets none', async () => {
    await fetch(`${originOf(page)}/fragment/search/Find`)
    expect(received[0]?.headers.origin).toBeUndefined()
  })

  test('is answered with the cause when the stack is away', async () => {
    await serveStack('http://127.0.0.1:1')
    const answer = await fetch(`${originOf(page)}/api/search`)
    expect(answer.status).toBe(502)
    expect(await answer.text()).toContain('http://127.0.0.1:1 is unreachable')
  })
})

describe('a socket to a running stack', () => {
  /** What a browser hears on a raw connection that asks to switch protocols. */
  async function upgrade(): Promise<{
    answer: string
    ended: Promise<unknown>
    say(words: string): void
    next(): Promise<string>
  }> {
    const socket = connect(Number(new URL(originOf(page)).port), '127.0.0.1')
    const ended = once(socket, 'close')
    socket.on('error', () => {})
    const next = async () => String((await Promise.race([once(socket, 'data'), ended]))[0])
    socket.write('GET /live/search/ HTTP/1.1\r\nhost: page\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n')
    return { answer: await next(), ended, say: (words) => void socket.write(words), next }
  }

  test('passes both ways once the stack has switched protocols', async () => {
    stack.on('upgrade', (_request, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\nx-from: stack\r\n\r\n',
      )
      socket.on('data', (words) => socket.write(`you said ${words}`))
    })
    const { answer, say, next } = await upgrade()
    expect(answer).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n(.*\r\n)*x-from: stack\r\n/)
    say('hello')
    expect(await next()).toBe('you said hello')
  })

  test('is closed when the stack refuses', async () => {
    stack.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'))
    const { ended } = await upgrade()
    await ended
  })

  test('is closed when the stack is away', async () => {
    await serveStack('http://127.0.0.1:1')
    const { ended } = await upgrade()
    await ended
  })
})
