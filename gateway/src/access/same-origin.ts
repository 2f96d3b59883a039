/** Requests come from pages of this origin, or from programs that say so. Fetch Metadata first, Origin behind it. */
import type { IncomingHttpHeaders } from 'node:http'
import { forbidden } from '@fernweh/kit/server/http/problem'
import type { RequestHandler } from 'express'

const readMethods = new Set(['GET', 'HEAD'])
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/

export function isOwnOrigin(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return headers.origin === undefined || headers.origin === origin
}

/** A form needs the browser's word for its origin; any other write needs a header that no form and no foreign page can send. */
export function mayWrite(headers: IncomingHttpHeaders, origin: string): boolean {
  if (!isOwnOrigin(headers, origin) || headers['sec-fetch-site'] === 'none') return false
  if (headers['x-fernweh'] === '1') return true
  return formTypes.test(headers['content-type'] ?? '') && headers.origin === origin
}

export function sameOrigin(origin: string): RequestHandler {
  return (request, _response, next) => {
    const isAllowed = readMethods.has(request.method) ? isOwnOrigin : mayWrite
    if (!isAllowed(request.headers, origin)) throw forbidden()
    next()
  }
}
