/**
 * A calendar entry as an iCalendar file (RFC 5545), in the zone of the place, with the zone's rules. Where calendar programs may read
 * these differently, times are in UTC: the instant must be right, the zone is only nice to have.
 */
import { toPlaceClock } from '@fernweh/contracts/browser/time-format'
import type { CalendarEntry } from '@fernweh/contracts/ticket-files'
import { isKnownZone, offsetAt, toLocalTime } from '@fernweh/contracts/zones'
import ICAL from 'ical.js'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import moment from 'moment-timezone'
import { tzlib_get_ical_block } from 'timezones-ical-library'

/** Calendar programs get times near a clock change wrong, each in its own way, but none beyond this distance. */
const NEAR_CHANGE_MS = 30 * 3_600_000

/** `now` is when the file was made. */
export function toCalendarFile(entry: CalendarEntry, now: Date): string {
  const { startsAt, endsAt, zone } = entry
  if ([startsAt, endsAt].every((instant) => isFarFromChanges(instant, zone) && isUndisputed(instant, zone))) {
    const file = write(entry, zone, now)
    if (isReadRight(file, entry)) return file
  }
  return write(entry, null, now)
}

/** `zone` null writes in UTC. */
function write(entry: CalendarEntry, zone: string | null, now: Date): string {
  const { uid, isCancelled, title, description, place, point, url } = entry
  const at = (instant: string) => (zone === null ? new Date(instant) : moment.tz(instant, zone))
  const calendar = ical({
    prodId: { company: 'Fernweh', product: 'Bookings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (name) => tzlib_get_ical_block(name)[0] ?? null },
  })
  calendar.createEvent({
    id: uid,
    sequence: isCancelled ? 1 : 0,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: now,
    start: at(entry.startsAt),
    end: at(entry.endsAt),
    timezone: zone,
    summary: title,
    description,
    location:
      place === null ? null : { title: place, ...(point && { geo: { lat: point.latitude, lon: point.longitude } }) },
    url,
  })
  return calendar.toString()
}

/** False for an unknown zone, too. */
function isFarFromChanges(instant: string, zone: string): boolean {
  const at = Date.parse(instant)
  const [before, after] = [-NEAR_CHANGE_MS, NEAR_CHANGE_MS].map((step) => offsetAt(at + step, zone))
  return before === after && isKnownZone(zone)
}

/** Many programs know a zone by its name and ignore the rules in the file; theirs may be as old as this platform's. */
const isUndisputed = (instant: string, zone: string) =>
  toPlaceClock({ startsAt: instant, zone }) === toLocalTime(instant, zone).time

/** Uses the rules in the file only: they are the same for every year, and in some years the real ones differ. */
function isReadRight(file: string, { startsAt, endsAt }: CalendarEntry): boolean {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const rules = calendar.getFirstSubcomponent('vtimezone')
  const event = calendar.getFirstSubcomponent('vevent')
  if (!rules || !event) return false
  const zone = new ICAL.Timezone(rules)
  const isRight = (property: string, instant: string) => {
    const time = event.getFirstPropertyValue(property) as ICAL.Time
    time.zone = zone
    return time.toUnixTime() * 1000 === Date.parse(instant)
  }
  return (
    zone.tzid === event.getFirstProperty('dtstart')?.getParameter('tzid') &&
    isRight('dtstart', startsAt) &&
    isRight('dtend', endsAt)
  )
}
