import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers of every response; a page replaces the policy by its own. No script runs without integrity, whatever a page says. */
export function securityHeaders(origin: string): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      // `no-referrer` would make browsers send `Origin: null` with forms of this site.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: origin.startsWith('https:'),
    }),
    (_request, response, next) => {
      response.set({
        'integrity-policy': 'blocked-destinations=(script)',
        'permissions-policy': 'camera=(), geolocation=(self), microphone=(), payment=()',
      })
      next()
    },
  ]
}
