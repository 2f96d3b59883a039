import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers of every response; a page replaces the policy by its own. No script runs without integrity, whatever a page says. */
export function securityHeaders(origin: string, strictTransportSecurity: string): RequestHandler[] {
  const isStrict = origin.startsWith('https:') && strictTransportSecurity !== ''
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      // `no-referrer` would make browsers send `Origin: null` with forms of this site.
      referrerPolicy: { policy: 'same-origin' },
      // Written below, as it is configured.
      strictTransportSecurity: false,
    }),
    (_request, response, next) => {
      response.set({
        'integrity-policy': 'blocked-destinations=(script)',
        'permissions-policy': 'camera=(), geolocation=(self), microphone=(), payment=()',
        ...(isStrict && { 'strict-transport-security': strictTransportSecurity }),
      })
      next()
    },
  ]
}
