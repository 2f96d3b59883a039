/** The cookies of this site: for this host only, and out of reach of scripts. */
import { parse, serialize } from 'cookie'

export const MONTH_SECONDS = 30 * 24 * 3600
export const YEAR_SECONDS = 365 * 24 * 3600

/** Null when absent, or not a value this gateway sets. */
export function readCookie(header: string | undefined, name: string): string | null {
  const value = parse(header ?? '')[name] ?? ''
  return /^[A-Za-z0-9._~-]{1,512}$/.test(value) ? value : null
}

export function toCookie(name: string, value: string, maxAgeSeconds: number): string {
  return serialize(name, value, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: maxAgeSeconds })
}
