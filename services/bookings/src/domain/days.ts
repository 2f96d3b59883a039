import type { SessionDay } from '@fernweh/contracts/api/bookings'
import { createDateFormat } from '@fernweh/contracts/browser/time-format'
import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'

const MOST = 60

type Sessions = Versioned<SessionSeats>[]

/** Of all that are to come, soonest first: those from a day on, at most 60, and every day that has any. */
export function fromDay(upcoming: Sessions, from = ''): { sessions: Sessions; days: SessionDay[] } {
  const formats = new Map<string, Intl.DateTimeFormat>()
  const days = new Map<string, number>()
  const wanted: Sessions = []
  for (const session of upcoming) {
    const day = toDay(session.data, formats)
    days.set(day, (days.get(day) ?? 0) + 1)
    if (day >= from && wanted.length < MOST) wanted.push(session)
  }
  return { sessions: wanted, days: Array.from(days, ([day, sessions]) => ({ day, sessions })) }
}

/** `2030-03-14`, as calendars at the place have it. */
function toDay({ startsAt, zone }: SessionSeats, formats: Map<string, Intl.DateTimeFormat>): string {
  const format = formats.get(zone) ?? createFormat(zone)
  formats.set(zone, format)
  return format.format(new Date(startsAt))
}

/** Swedish writes dates as ISO 8601 does. */
const createFormat = (timeZone: string) => createDateFormat('sv-SE', { timeZone, dateStyle: 'short' })
