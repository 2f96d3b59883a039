/** Who may ask: pages of this origin, and programs that say what they are. Fetch Metadata first, Origin behind it. */
import type { IncomingHttpHeaders } from 'node:http'
import { forbidden } from '@fernweh/kit/server/http/problem'
import type { RequestHandler } from 'express'

const reads = new Set(['GET', 'HEAD'])
const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/

export function isOwnOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined || headers.origin === origin
}

/** A form needs a browser's word for its origin; everything else a header that no form and no foreign page can send. */
export function mayWrite(headers: IncomingHttpHeaders, origin: string): boolean {
  if (!isOwnOrigin(headers, origin) || headers['sec-fetch-site'] === 'none') return false
  if (headers['x-fernweh'] === '1') return true
  return forms.test(headers['content-type'] ?? '') && headers.origin === origin
}

export function sameOrigin(origin: string): RequestHandler {
  return (request, _response, next) => {
    const check = reads.has(request.method) ? isOwnOrigin : mayWrite
    if (!check(request.headers, origin)) throw forbidden()
    next()
  }
}
