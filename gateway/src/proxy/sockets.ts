/** Websocket upgrades of `/live/<team>/`: one raw connection to that team's bff per browser socket, with the identity added. */
import { request as ask, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { currentTraceparent, withSpan, withTraceparent } from '@fernweh/kit/server/process/telemetry'
import { clientOf } from '../access/client-address.ts'
import type { Sessions } from '../access/sessions.ts'
import { type PlainHeaders, type RequestContext, toBrowserHeaders, toUpstreamHeaders } from './headers.ts'

const SWITCH_TIMEOUT_MS = 5000
const path = /^\/live\/([a-z]+)\/(\?.*)?$/

interface Options {
  bffs: Map<string, Upstream>
  sessions: Sessions
  clientHops: number
  origin: string
  context: ProcessContext
}

class Refusal extends Error {
  constructor(readonly status: string) {
    super(status)
  }
}

export function serveSockets(server: Server, options: Options): void {
  const { context } = options
  const open = new Set<Duplex>()

  server.on('upgrade', (request, browser, head) => {
    open.add(browser)
    browser.once('close', () => open.delete(browser))
    browser.on('error', () => browser.destroy())
    withTraceparent(request.headers.traceparent?.toString(), () =>
      withSpan('upgrade', () => upgrade(options, request, browser, head)),
    ).catch((error) => {
      if (!(error instanceof Refusal)) context.log.warn({ err: error }, 'upgrade failed')
      refuse(browser, error instanceof Refusal ? error.status : '503 Service Unavailable')
    })
  })

  // A server waits for its upgraded connections for ever. Browsers come back by themselves.
  context.onStop('sockets', () => {
    for (const socket of open) socket.destroy()
  })
}

async function upgrade(
  { bffs, sessions, clientHops, origin, context }: Options,
  request: IncomingMessage,
  browser: Duplex,
  head: Buffer,
) {
  const [, team = '', query = ''] = path.exec(request.url ?? '') ?? []
  const bff = bffs.get(team)
  if (!bff) throw new Refusal('404 Not Found')
  if (request.headers.origin !== origin) throw new Refusal('403 Forbidden')
  if (context.stopping.aborted) throw new Refusal('503 Service Unavailable')
  const identity = await sessions.identify(request.headers.cookie)
  const url = `${bff.instance()}/live/${query}`
  const { answer, upstream, early } = await switchOver(
    url,
    headersOf(request, { identity, client: clientOf(request, clientHops) }),
  )
  if (browser.destroyed) return void upstream.destroy()
  browser.write(Buffer.concat([toSwitched(answer), early]))
  upstream.write(head)
  upstream.on('error', () => browser.destroy())
  browser.once('close', () => upstream.destroy())
  upstream.once('close', () => browser.destroy())
  upstream.pipe(browser).pipe(upstream)
}

function headersOf({ headers }: IncomingMessage, asker: RequestContext): PlainHeaders {
  const traceparent = currentTraceparent()
  return {
    connection: 'Upgrade',
    upgrade: 'websocket',
    ...toUpstreamHeaders(headers, asker),
    ...(traceparent && { traceparent }),
  }
}

interface Switched {
  answer: IncomingMessage
  upstream: Duplex
  /** What the bff said right behind its answer. */
  early: Buffer
}

/** Nothing of the browser's passes before the bff has switched protocols: it would be read as requests of the gateway. */
function switchOver(url: string, headers: PlainHeaders): Promise<Switched> {
  return new Promise((resolve, reject) => {
    const asked = ask(url, { headers, agent: false, timeout: SWITCH_TIMEOUT_MS })
    asked.once('upgrade', (answer, upstream, early) => {
      upstream.setTimeout(0)
      resolve({ answer, upstream, early })
    })
    asked.once('response', ({ statusCode, statusMessage }) => {
      asked.destroy()
      reject(new Refusal(`${statusCode} ${statusMessage}`))
    })
    asked.once('timeout', () => asked.destroy(new Error(`${url} does not switch protocols`)))
    asked.once('error', reject)
    asked.end()
  })
}

function toSwitched({ headers }: IncomingMessage): Buffer {
  const told = Object.entries({ connection: 'Upgrade', upgrade: 'websocket', ...toBrowserHeaders(headers) })
  const lines = told.map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'))
}

function refuse(browser: Duplex, status: string) {
  browser.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}
