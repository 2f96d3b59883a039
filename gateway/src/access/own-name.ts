import { isLoopback } from '@fernweh/kit/server/process/loopback'
import type { RequestHandler } from 'express'

const readMethods = new Set(['GET', 'HEAD'])

/** Leads who opened `127.0.0.1` to `localhost`, which alone may write. Temporarily: the origin of the next start may be another. */
export function redirectToOwnName(origin: string): RequestHandler {
  return (request, response, next) => {
    const isRead = readMethods.has(request.method)
    if (isRead && isOtherNameOf(origin, request.headers.host)) response.redirect(307, origin + request.originalUrl)
    else next()
  }
}

/** Only of loopback names on the same port: redirecting what a proxy sends, with its own idea of the host, would never end. */
export function isOtherNameOf(origin: string, host = ''): boolean {
  const own = new URL(origin)
  if (!URL.canParse(`${own.protocol}//${host}`)) return false
  const opened = new URL(`${own.protocol}//${host}`)
  if (opened.hostname === own.hostname || opened.port !== own.port) return false
  return isLoopback(own.hostname) && isLoopback(opened.hostname)
}
