/** Days in the calendar of a place. */
import { TZDate } from '@date-fns/tz'

/** The instant, in milliseconds, at which the day (`2030-03-14`) begins in the zone, `offset` days later. UTC for an unknown zone. */
export function toStartOfDay(day: string, zone: string, offset = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const start = new TZDate(year, month - 1, date + offset, zone).getTime()
  return Number.isNaN(start) ? Date.UTC(year, month - 1, date + offset) : start
}
