/** Forwards requests and sockets of a development page to a running stack, as if they came from its own pages. */
import { type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { Duplex } from 'node:stream'

export function proxyTo(stack: URL) {
  const options = ({ method, url, headers }: IncomingMessage) => ({
    host: stack.hostname,
    port: stack.port || 80,
    method,
    path: url,
    headers: { ...headers, host: stack.host, ...(headers.origin && { origin: stack.origin }) },
  })

  return {
    request(request: IncomingMessage, response: ServerResponse) {
      const out = send(options(request), (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      out.once('error', (error) => response.writeHead(502).end(`${stack.origin} is unreachable: ${error.message}`))
      request.pipe(out)
    },
    upgrade(request: IncomingMessage, browser: Duplex, head: Buffer) {
      const out = send(options(request))
      out.once('error', () => browser.destroy())
      out.once('response', () => browser.destroy())
      out.once('upgrade', (answer, upstream, rest) => {
        browser.write(toHead(answer))
        browser.write(rest)
        upstream.write(head)
        upstream.on('error', () => browser.destroy())
        browser.on('error', () => upstream.destroy())
        upstream.pipe(browser).pipe(upstream)
      })
      out.end()
    },
  }
}

function toHead({ statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []))
  return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n')
}
