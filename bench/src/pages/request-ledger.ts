import type { CDPSession } from 'playwright-core'

export interface Request {
  url: string
  kind: 'document' | 'script' | 'json' | 'other'
  /** Seconds on the browser's clock; `ended` is absent while it runs and after a failure. */
  began: number
  ended?: number
  /** On the wire, headers included. */
  bytes: number
  failed: boolean
}

/** Records every request of a page through DevTools. */
export function keepLedger(devtools: CDPSession) {
  const requests = new Map<string, Request>()
  let lastActivity = Date.now()

  devtools.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    lastActivity = Date.now()
    if (/^(data|blob):/.test(request.url)) return
    const kind = type === 'Document' ? 'document' : type === 'Script' ? 'script' : 'other'
    requests.set(requestId, { url: request.url, kind, began: timestamp, bytes: 0, failed: false })
  })
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const request = requests.get(requestId)
    if (!request) return
    request.failed = response.status >= 400
    if (request.kind === 'other') request.kind = kindOf(response.mimeType)
  })
  devtools.on('Network.dataReceived', () => {
    lastActivity = Date.now()
  })
  devtools.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    lastActivity = Date.now()
    Object.assign(requests.get(requestId) ?? {}, { ended: timestamp, bytes: encodedDataLength })
  })
  devtools.on('Network.loadingFailed', ({ requestId }) => {
    Object.assign(requests.get(requestId) ?? {}, { failed: true })
  })

  return { all: () => [...requests.values()], quietFor: () => Date.now() - lastActivity }
}

/** A preloaded script has no type of its own until it is used. */
function kindOf(mimeType: string): Request['kind'] {
  if (mimeType.includes('javascript')) return 'script'
  return mimeType.includes('json') ? 'json' : 'other'
}

/** The longest chain of documents, scripts and data in which each request began after the previous one had ended. */
export function waterfallDepth(requests: readonly Request[]): number {
  const links = requests
    .filter(({ kind, ended }) => kind !== 'other' && ended !== undefined)
    .sort((a, b) => a.began - b.began)
  const depths: number[] = []
  for (const { began } of links) {
    const before = depths.filter((_, i) => (links[i]?.ended as number) <= began + TICK)
    depths.push(1 + Math.max(0, ...before))
  }
  return Math.max(1, ...depths)
}

/** The end of a request and the start of the one it causes are within a millisecond on the browser's clock. */
const TICK = 0.001

export function kilobytes(requests: readonly Request[]): number {
  return requests.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
}
