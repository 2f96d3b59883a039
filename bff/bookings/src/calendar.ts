/**
 * A booking as an iCalendar file (RFC 5545), in the zone of the place, with the zone's rules. Where calendar programs may read
 * these differently, times are in UTC: the instant must be right, the zone is only nice to have.
 */
import { toPlaceClock } from '@fernweh/contracts/browser/time-format'
import { titleIn } from '@fernweh/contracts/browser/titles'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { isKnownZone, offsetAt, toLocalTime } from '@fernweh/contracts/zones'
import ICAL from 'ical.js'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import moment from 'moment-timezone'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { catalog } from './messages.ts'

/** Calendar programs get times near a clock change wrong, each in its own way, but none beyond this distance. */
const NEAR_CHANGE_MS = 30 * 3_600_000

export interface CalendarOptions {
  /** Of the pages. */
  origin: string
  now: Date
  /** Of the reader. */
  locale: string
}

/** A booking always has the same UID, so that a cancelled one replaces its entry in a calendar. */
export function toCalendar(booking: Booking, options: CalendarOptions): string {
  const { startsAt, endsAt, zone } = booking
  if ([startsAt, endsAt].every((instant) => isFarFromChanges(instant, zone) && isUndisputed(instant, zone))) {
    const file = write(booking, zone, options)
    if (isReadRight(file, booking)) return file
  }
  return write(booking, null, options)
}

/** `zone` null writes in UTC. */
function write(booking: Booking, zone: string | null, { origin, now, locale }: CalendarOptions): string {
  const { bookingId, seats, reference = '', offer } = booking
  const t = catalog.in(locale)
  const cancelled = booking.status === 'cancelled'
  const at = (instant: string) => (zone === null ? new Date(instant) : moment.tz(instant, zone))
  const calendar = ical({
    prodId: { company: 'Fernweh', product: 'Bookings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (name) => tzlib_get_ical_block(name)[0] ?? null },
  })
  calendar.createEvent({
    id: `${bookingId}@${new URL(origin).hostname}`,
    sequence: cancelled ? 1 : 0,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: now,
    start: at(booking.startsAt),
    end: at(booking.endsAt),
    timezone: zone,
    summary: offer ? titleIn(offer, locale).text : t('calendar.untitled'),
    description: t('calendar.description', { seats, reference }),
    location: toLocation(offer, locale),
    url: `${origin}/bookings/${bookingId}`,
  })
  return calendar.toString()
}

function toLocation(offer: Booking['offer'], locale: string) {
  if (!offer?.city) return null
  const country = offer.country ? new Intl.DisplayNames(locale, { type: 'region' }).of(offer.country) : undefined
  const { latitude, longitude } = offer.place ?? {}
  return {
    title: country ? `${offer.city}, ${country}` : offer.city,
    ...(latitude !== undefined && longitude !== undefined && { geo: { lat: latitude, lon: longitude } }),
  }
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
function isReadRight(file: string, { startsAt, endsAt }: Booking): boolean {
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
