import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** For every answer; a page replaces the policy by its own. Without integrity no script runs, whatever a page says. */
export function secured(origin: string): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      // `no-referrer` would make browsers send `Origin: null` with our own forms.
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
