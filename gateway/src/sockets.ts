/** Websocket upgrades of `/live/<team>/`: one raw connection to that team's bff per browser socket, with the identity added. */
import type { IncomingMessage, Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Life } from '@fernweh/kit/server/lifecycle'
import { traceparentNow, withSpan, withTraceparent } from '@fernweh/kit/server/telemetry'
import type { Upstream } from '@fernweh/kit/server/upstream'
import { type PlainHeaders, toUpstream } from './forward-headers.ts'
import type { Sessions } from './sessions.ts'

const CONNECT_WITHIN_MS = 5000
const path = /^\/live\/([a-z]+)\/(\?.*)?$/

interface Options {
  bffs: Map<string, Upstream>
  sessions: Sessions
  origin: string
  life: Life
}

class Refusal extends Error {
  constructor(readonly status: string) {
    super(status)
  }
}

export function serveSockets(server: Server, options: Options): void {
  const { life } = options
  const open = new Set<Duplex>()

  server.on('upgrade', (request, browser, head) => {
    open.add(browser)
    browser.once('close', () => open.delete(browser))
    browser.on('error', () => browser.destroy())
    withTraceparent(request.headers.traceparent?.toString(), () =>
      withSpan('upgrade', () => upgrade(options, request, browser, head)),
    ).catch((error) => {
      if (!(error instanceof Refusal)) life.log.warn({ err: error }, 'upgrade failed')
      refuse(browser, error instanceof Refusal ? error.status : '503 Service Unavailable')
    })
  })

  // A server waits for its upgraded connections for ever. Browsers come back by themselves.
  life.onStop('sockets', () => {
    for (const socket of open) socket.destroy()
  })
}

async function upgrade(
  { bffs, sessions, origin, life }: Options,
  request: IncomingMessage,
  browser: Duplex,
  head: Buffer,
) {
  const [, team = '', query = ''] = path.exec(request.url ?? '') ?? []
  const bff = bffs.get(team)
  if (!bff) throw new Refusal('404 Not Found')
  if (request.headers.origin !== origin) throw new Refusal('403 Forbidden')
  if (life.stopping.aborted) throw new Refusal('503 Service Unavailable')
  const identity = await sessions.identify(request.headers.cookie)
  const upstream = await open(bff.instance())
  upstream.write(toRequest(`/live/${query}`, headersOf(request, identity, bff)))
  upstream.write(head)
  upstream.on('error', () => browser.destroy())
  browser.once('close', () => upstream.destroy())
  upstream.once('close', () => browser.destroy())
  upstream.pipe(browser).pipe(upstream)
}

function headersOf({ headers }: IncomingMessage, identity: string | null, bff: Upstream): PlainHeaders {
  const traceparent = traceparentNow()
  return {
    host: new URL(bff.instance()).host,
    connection: 'Upgrade',
    upgrade: 'websocket',
    ...toUpstream(headers, identity),
    ...(traceparent && { traceparent }),
  }
}

function toRequest(target: string, headers: PlainHeaders): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n')
}

function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    socket.setTimeout(CONNECT_WITHIN_MS, () => socket.destroy(new Error(`${url} does not take a connection`)))
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      resolve(socket)
    })
  })
}

function refuse(browser: Duplex, status: string) {
  browser.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
