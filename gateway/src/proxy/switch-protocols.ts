import { type IncomingMessage, request as sendRequest } from 'node:http'
import type { Duplex } from 'node:stream'
import type { PlainHeaders } from './headers.ts'

const TIMEOUT_MS = 5000

/** `status` is a status line's code and reason. */
export class UpgradeRefused extends Error {
  readonly status: string
  constructor(status: string) {
    super(status)
    this.status = status
  }
}

export interface SwitchedConnection {
  answer: IncomingMessage
  upstream: Duplex
  /** Bytes that came right behind the answer. */
  early: Buffer
}

/** Nothing of the browser's passes before the bff has switched protocols: it would be read as requests of the gateway. */
export function switchProtocols(url: string, headers: PlainHeaders): Promise<SwitchedConnection> {
  return new Promise((resolve, reject) => {
    const request = sendRequest(url, { headers, agent: false, timeout: TIMEOUT_MS })
    request.once('upgrade', (answer, upstream, early) => {
      upstream.setTimeout(0)
      resolve({ answer, upstream, early })
    })
    request.once('response', ({ statusCode, statusMessage }) => {
      request.destroy()
      reject(new UpgradeRefused(`${statusCode} ${statusMessage}`))
    })
    request.once('timeout', () => request.destroy(new Error(`${url} did not switch protocols in ${TIMEOUT_MS} ms`)))
    request.once('error', reject)
    request.end()
  })
}
