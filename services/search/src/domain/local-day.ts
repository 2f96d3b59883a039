/** Days as the calendar of a place has them. */
import { createDateFormat } from '@fernweh/contracts/browser/time-format'

const formats = new Map<string, Intl.DateTimeFormat>()

const DAY_MS = 86_400_000

/** The instant, in milliseconds, at which the day (`2030-03-14`) begins in the zone; `later` days after it. */
export function toStartOfDay(day: string, zone: string, later = 0): number {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + later * DAY_MS
  // Once more, where the clock is put forward or back in between.
  const near = asIfUtc - offsetAt(asIfUtc, zone)
  return asIfUtc - offsetAt(near, zone)
}

/** What the clock of the zone is ahead of UTC, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day, hour, minute, second } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? createFormat(zone)
  formats.set(zone, format)
  return format
}

function createFormat(zone: string): Intl.DateTimeFormat {
  const number = 'numeric'
  const options = { year: number, month: number, day: number, hour: number, minute: number, second: number } as const
  return createDateFormat('en-US', { ...options, hourCycle: 'h23', timeZone: zone })
}
