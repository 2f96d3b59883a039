import { isLoopback } from '@fernweh/kit/server/process/loopback'
import type { RequestHandler } from 'express'

const readMethods = new Set(['GET', 'HEAD'])

/**
 * Leads a browser that opened this machine by another of its names (`127.0.0.1` for `localhost`) to the public origin, which
 * alone may write. Temporarily: a browser would keep a permanent redirect after a start with another origin.
 */
export function redirectToOwnName(origin: string): RequestHandler {
  return (request, response, next) => {
    const isRead = readMethods.has(request.method)
    if (isRead && isOtherNameOf(origin, request.headers.host)) response.redirect(307, origin + request.originalUrl)
    else next()
  }
}

/**
 * Only of loopback names on the same port. A proxy before the gateway may send its own idea of the host, whatever people have
 * opened; it does so to another port than the public one, and redirecting what it sends would never end.
 */
export function isOtherNameOf(origin: string, host = ''): boolean {
  const own = new URL(origin)
  if (!URL.canParse(`${own.protocol}//${host}`)) return false
  const opened = new URL(`${own.protocol}//${host}`)
  if (opened.hostname === own.hostname || opened.port !== own.port) return false
  return isLoopback(own.hostname) && isLoopback(opened.hostname)
}
