/** Websocket upgrades of `/live/<team>/`: one raw connection to that team's bff per browser socket, with the identity added. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { currentTraceparent, withSpan, withTraceparent } from '@fernweh/kit/server/process/telemetry'
import { clientAddressOf } from '../access/client-address.ts'
import type { Sessions } from '../access/sessions.ts'
import type { Bffs } from './bffs.ts'
import { type PlainHeaders, type RequestContext, toBrowserHeaders, toUpstreamHeaders } from './headers.ts'
import { switchProtocols, UpgradeRefused } from './switch-protocols.ts'

/** A client that does not read holds up its answer. */
const MAX_REFUSAL_MS = 2_000
const SOCKET_PATH = /^\/live\/([a-z]+)\/(\?.*)?$/

export interface SocketDeps {
  bffs: Bffs
  sessions: Sessions
  clientHops: number
  origin: string
  context: ProcessContext
}

export function serveSockets(server: Server, deps: SocketDeps): void {
  const { context } = deps
  const open = new Set<Duplex>()

  server.on('upgrade', (request, browser, head) => {
    open.add(browser)
    browser.once('close', () => open.delete(browser))
    browser.on('error', () => browser.destroy())
    withTraceparent(request.headers.traceparent?.toString(), () =>
      withSpan('upgrade', () => upgrade(deps, request, browser, head)),
    ).catch((error) => {
      const isRefused = error instanceof UpgradeRefused
      if (!isRefused) context.log.warn({ err: error }, 'bff did not switch protocols, socket closed')
      refuse(browser, isRefused ? error.status : '503 Service Unavailable')
    })
  })

  // A server waits for its upgraded connections for ever. Browsers connect again by themselves.
  context.onStop('sockets', () => {
    for (const socket of open) socket.destroy()
  })
}

async function upgrade(
  { bffs, sessions, clientHops, origin, context }: SocketDeps,
  request: IncomingMessage,
  browser: Duplex,
  head: Buffer,
) {
  const [, team = '', query = ''] = SOCKET_PATH.exec(request.url ?? '') ?? []
  const bff = bffs.get(team)
  if (!bff) throw new UpgradeRefused('404 Not Found')
  if (request.headers.origin !== origin) throw new UpgradeRefused('403 Forbidden')
  if (context.stopping.aborted) throw new UpgradeRefused('503 Service Unavailable')
  const identity = await sessions.identify(request.headers.cookie)
  const headers = toUpgradeHeaders(request, { identity, client: clientAddressOf(request, clientHops) })
  const { answer, upstream, early } = await switchProtocols(`${bff.instance()}/live/${query}`, headers)
  if (browser.destroyed) return void upstream.destroy()
  browser.write(Buffer.concat([toSwitchedHead(answer), early]))
  upstream.write(head)
  upstream.on('error', () => browser.destroy())
  browser.once('close', () => upstream.destroy())
  upstream.once('close', () => browser.destroy())
  upstream.pipe(browser).pipe(upstream)
}

function toUpgradeHeaders({ headers }: IncomingMessage, context: RequestContext): PlainHeaders {
  const traceparent = currentTraceparent()
  return {
    connection: 'Upgrade',
    upgrade: 'websocket',
    ...toUpstreamHeaders(headers, context),
    ...(traceparent && { traceparent }),
  }
}

function toSwitchedHead({ headers }: IncomingMessage): Buffer {
  const entries = Object.entries({ connection: 'Upgrade', upgrade: 'websocket', ...toBrowserHeaders(headers) })
  const lines = entries.map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'))
}

/** Does not wait for the client to close its side: it might never, and each open one costs a file. */
function refuse(browser: Duplex, status: string) {
  const destroy = () => void browser.destroy()
  browser.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, destroy)
  setTimeout(destroy, MAX_REFUSAL_MS).unref()
}
