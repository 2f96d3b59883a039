import { createHash } from 'node:crypto'

/** The Content-Security-Policy of a page. Browsers hold the redirects after a form against `form-action`, too. */
export function toContentPolicy(origin: string, styles: string[], formTargets: string[] = []): string {
  const hashes = [...new Set(styles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))]
  return [
    "default-src 'self'",
    `script-src ${origin}/assets/`,
    `worker-src ${origin}/service-worker.js`,
    `style-src ${hashes.join(' ')}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ["form-action 'self'", ...formTargets].join(' '),
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}
