/** A TLS, HTTP/2 and brotli proxy as in front of a public server. WebSockets are forwarded on HTTP/1.1, as browsers open them. */
import { once } from 'node:events'
import http from 'node:http'
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { brotliCompressSync, constants, createBrotliCompress } from 'node:zlib'
import { selfSigned } from './certificate.ts'

interface EdgeOptions {
  /** Answers all paths that are not in `documents`. */
  upstream: string
  /** Static HTML by path; may be extended while it runs. */
  documents?: ReadonlyMap<string, string>
  port?: number
}

export interface Edge {
  origin: string
  close(): Promise<void>
}

/** A fast compression level for dynamic answers; static documents use the best one. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const COMPRESSIBLE = /text|javascript|json|svg|manifest/
/** Connection-specific headers (RFC 9110 §7.6.1), and those that no longer match the body. */
const PER_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'http2-settings',
]

export async function startEdge({ upstream, documents = new Map(), port = 0 }: EdgeOptions): Promise<Edge> {
  const target = new URL(upstream)
  const agent = new http.Agent({ keepAlive: true })
  const compressed = new Map<string, Buffer>()
  const sockets = new Set<Duplex>()
  const server = createSecureServer({ ...selfSigned(), allowHTTP1: true }, (request, response) => {
    const path = request.url.split('?')[0] as string
    const html = documents.get(path)
    if (html === undefined) return forward(request, response, target, agent)
    const body = compressed.get(path) ?? brotliCompressSync(html)
    compressed.set(path, body)
    sendDocument(response, body)
  })
  server.on('upgrade', (request: http.IncomingMessage, socket: Duplex, head: Buffer) =>
    tunnel(request, socket, head, target),
  )
  server.on('connection', (socket: Duplex) => sockets.add(socket.once('close', () => sockets.delete(socket))))
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      agent.destroy()
      server.close()
      for (const socket of sockets) socket.destroy()
      await once(server, 'close')
    },
  }
}

function sendDocument(response: Http2ServerResponse, body: Buffer) {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br', 'cache-control': 'no-cache' }
  response.writeHead(200, headers)
  response.end(body)
}

function forward(request: Http2ServerRequest, response: Http2ServerResponse, target: URL, agent: http.Agent) {
  const host = request.authority || request.headers.host
  const headers = { ...without(request.headers, PER_HOP), host, 'x-forwarded-proto': 'https', 'x-forwarded-host': host }
  const { hostname, port } = target
  const inner = http.request({ hostname, port, path: request.url, method: request.method, headers, agent }, (answer) =>
    passBack(answer, request, response),
  )
  inner.on('error', () => {
    if (!response.headersSent) response.writeHead(502)
    response.end()
  })
  request.pipe(inner)
}

function passBack(answer: http.IncomingMessage, request: Http2ServerRequest, response: Http2ServerResponse) {
  const status = answer.statusCode ?? 502
  const headers = without(answer.headers, PER_HOP)
  if (!isToBeCompressed(answer, request)) {
    response.writeHead(status, headers)
    answer.pipe(response)
    return
  }
  response.writeHead(status, { ...headers, 'content-encoding': 'br' })
  const brotli = createBrotliCompress(QUALITY)
  // Flushes every chunk, so that streamed pages stay streamed.
  answer.on('data', (chunk: Buffer) => {
    brotli.write(chunk)
    brotli.flush()
  })
  answer.on('end', () => brotli.end())
  brotli.pipe(response)
}

function isToBeCompressed({ headers, statusCode }: http.IncomingMessage, request: Http2ServerRequest): boolean {
  const accepts = String(request.headers['accept-encoding']).includes('br')
  const isPlain = !headers['content-encoding'] && COMPRESSIBLE.test(headers['content-type'] ?? '')
  return accepts && isPlain && statusCode === 200 && request.method !== 'HEAD'
}

function tunnel({ method, url, rawHeaders }: http.IncomingMessage, socket: Duplex, head: Buffer, target: URL) {
  const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1]}`] : []))
  const inner = connect(Number(target.port), target.hostname, () => {
    inner.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
    inner.write(head)
    inner.pipe(socket).pipe(inner)
  })
  inner.on('error', () => socket.destroy())
  socket.on('error', () => inner.destroy())
}

function without(headers: http.IncomingHttpHeaders, names: readonly string[]) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':') && !names.includes(name)))
}
