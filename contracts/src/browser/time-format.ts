import type { SessionStart } from '../local-time.ts'

/** What clocks at the place show, e.g. `2030-03-14T18:30`, as the server decided it; by this platform's zone rules where a server does not send it. */
export function toPlaceClock({ startsAt, zone, local }: SessionStart): string {
  // Swedish writes dates as ISO 8601 does.
  return local?.time ?? toZoneFormat(zone).format(new Date(startsAt)).replace(' ', 'T')
}

export const toPlaceDay = (start: SessionStart): string => toPlaceClock(start).slice(0, 10)

function toZoneFormat(timeZone: string): Intl.DateTimeFormat {
  const options = { dateStyle: 'short', timeStyle: 'short' } as const
  try {
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone })
  } catch {
    // An older browser may not know the zone.
    return new Intl.DateTimeFormat('sv-SE', { ...options, timeZone: 'UTC' })
  }
}

/** Formats a local date or time (`2030-03-14`, `2030-03-14T18:30`) without moving it to another zone. */
export function formatLocal(local: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(local.length > 10 ? `${local}Z` : local)
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date)
}

const DAY_MS = 86_400_000
/** About eleven months: within them, a day and a month name one date only. */
const NEAR_DAYS = 334

/** `year` for dates that are over or not within the coming eleven months. */
export function yearIfFar(local: string, now: number = Date.now()): { year?: 'numeric' } {
  const days = (Date.parse(local.slice(0, 10)) - now) / DAY_MS
  return days > -2 && days < NEAR_DAYS ? {} : { year: 'numeric' }
}
