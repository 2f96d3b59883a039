/** A booking as an iCalendar file (RFC 5545), in the place's own zone with its rules, so that any calendar shows it right. */
import { TZDate } from '@date-fns/tz'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'

const HOUR_MS = 3_600_000
/** By how much clocks go back somewhere in the world. */
const STEPS_BACK_MS = [0.5 * HOUR_MS, HOUR_MS, 2 * HOUR_MS]

export interface CalendarOptions {
  /** Of the pages. */
  origin: string
  now: Date
}

/** The same booking has the same UID for ever; a cancelled one replaces what a calendar has of it. */
export function toCalendar(booking: Booking, { origin, now }: CalendarOptions): string {
  const { bookingId, startsAt, endsAt, seats, reference, title = 'Your booking', zone } = booking
  const cancelled = booking.status === 'cancelled'
  const local = [startsAt, endsAt].every((instant) => isUnambiguous(instant, zone)) && rulesOf(zone) !== null
  const at = (instant: string) => (local ? new TZDate(instant, zone) : new Date(instant))
  const calendar = ical({
    prodId: { company: 'Fernweh', product: 'Bookings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: rulesOf },
  })
  calendar.createEvent({
    id: `${bookingId}@${new URL(origin).hostname}`,
    sequence: cancelled ? 1 : 0,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: now,
    start: at(startsAt),
    end: at(endsAt),
    timezone: local ? zone : null,
    summary: title,
    description: `${seats === 1 ? '1 seat' : `${seats} seats`}, ticket ${reference}`,
    url: `${origin}/bookings/${bookingId}`,
  })
  return calendar.toString()
}

/** The VTIMEZONE of a zone. Null for one that the library does not know under this name: times are then in UTC. */
function rulesOf(zone: string): string | null {
  const [rules = '', name] = tzlib_get_ical_block(zone)
  return name === `TZID=${zone}` ? rules : null
}

/** When clocks go back an hour comes twice; a local time then means the first, so that the second has to be said in UTC. */
function isUnambiguous(instant: string, zone: string): boolean {
  const shown = toWallClock(Date.parse(instant), zone)
  return STEPS_BACK_MS.every((step) => toWallClock(Date.parse(instant) - step, zone) !== shown)
}

function toWallClock(milliseconds: number, zone: string): string {
  return new TZDate(milliseconds, zone).toString().slice(0, 21)
}
