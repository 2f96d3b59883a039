/** A bff or a service that answers what the test tells it and remembers what it was sent. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

export interface TestServer {
  url: string
  answer: RequestListener
  close(): void
}

/** Checks of its readiness are not remembered. With `upgrades` it greets every websocket. */
export async function startTestServer(
  remember: (request: IncomingMessage) => void,
  { answer = answerEmpty, upgrades = false }: { answer?: RequestListener; upgrades?: boolean } = {},
): Promise<TestServer> {
  const server = createServer((request, response) => {
    if (request.url === '/readyz') return void response.end()
    remember(request)
    running.answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const running: TestServer = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, answer, close }
  if (upgrades) server.on('upgrade', greet)
  return running

  function greet(request: IncomingMessage, socket: Duplex) {
    remember(request)
    socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\nhello')
  }
}

export const answerEmpty: RequestListener = (_request, response) => void response.end('{}')
export const answerFault: RequestListener = (_request, response) => void response.writeHead(500).end()

export const answerFragment =
  (status: number, html: string, meta = {}) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    void response.end(`${JSON.stringify({ status, title: 'A page', meta })}\n<div data-root>${html}</div>`)
