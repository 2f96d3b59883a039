/**
 * The clocks of places, by one set of IANA rules that is installed with the code. The rules of Node and of browsers differ
 * from version to version, so servers decide local times here, and browsers only format them.
 */
import moment from 'moment-timezone'
import type { LocalTime } from './local-time.ts'

/** The release of the IANA rules that all processes of this version use. */
export const ZONE_RULES = '2026f'

/** Throws when other rules than those of this version are installed: two processes could then show two times for one session. */
export function checkZoneRules(installed: string = moment.tz.dataVersion): void {
  if (installed === ZONE_RULES) return
  throw new Error(`Zone rules ${installed} are installed, but this version needs ${ZONE_RULES}: run npm ci.`)
}

checkZoneRules()

const MINUTE_MS = 60_000

const known = new Set(moment.tz.names().map((zone) => zone.toLowerCase()))

export const isKnownZone = (zone: string): boolean => known.has(zone.toLowerCase())

/** The time between two changes of a zone's clocks. */
interface Stretch {
  from: number
  until: number
  offset: number
}

/** The stretch looked up last: lists of sessions ask for the same one again and again, and looking it up takes 20 times as long. */
const stretches = new Map<string, Stretch>()

/** Milliseconds by which clocks in the zone are ahead of UTC at an instant; 0 for an unknown zone. */
export function offsetAt(instant: number, zone: string): number {
  const last = stretches.get(zone)
  if (last && last.from <= instant && instant < last.until) return last.offset
  if (!isKnownZone(zone)) return 0
  const found = findStretch(instant, zone)
  stretches.set(zone, found)
  return found.offset
}

function findStretch(instant: number, zone: string): Stretch {
  const { untils, offsets } = moment.tz.zone(zone) as moment.MomentZone
  const at = untils.findIndex((until) => instant < until)
  const [from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY] = [untils[at - 1], untils[at]]
  return { from, until, offset: -(offsets[at] ?? 0) * MINUTE_MS }
}

/** What clocks in the zone show at an instant, as milliseconds since 1970 on those clocks. */
const toShown = (instant: number, zone: string) => instant + offsetAt(instant, zone)

export function toLocalTime(instant: string, zone: string): LocalTime {
  const shown = new Date(toShown(Date.parse(instant), zone))
  return { time: shown.toISOString().slice(0, 16), rules: ZONE_RULES }
}

/** The calendar day of an instant in the zone, as `2030-03-14`. */
export const toLocalDay = (instant: string, zone: string): string => toLocalTime(instant, zone).time.slice(0, 10)

/** No zone is further from UTC, and no clock is set further at once. */
const WINDOW_MS = 26 * 3_600_000

/** The first instant, in milliseconds, at which clocks in the zone show the local time (`2030-03-14T18:30`) or, where they skip it, a later one. */
export function toInstant(local: string, zone: string): number {
  const shown = Date.parse(`${local}Z`)
  const [begin, end] = [shown - WINDOW_MS, shown + WINDOW_MS]
  const offset = offsetAt(begin, zone)
  if (offset === offsetAt(end, zone)) return shown - offset
  const instants = [begin, ...changesBetween(begin, end, zone)].map((from) =>
    Math.max(from, shown - offsetAt(from, zone)),
  )
  return Math.min(...instants.filter((instant) => toShown(instant, zone) >= shown))
}

/** The instant, in milliseconds, at which the day (`2030-03-14`) begins in the zone, `later` days later. */
export function toStartOfDay(day: string, zone: string, later = 0): number {
  const date = new Date(Date.parse(day) + later * 86_400_000)
  return toInstant(`${date.toISOString().slice(0, 10)}T00:00`, zone)
}

/** The instants at which clocks in the zone are changed. */
function changesBetween(begin: number, end: number, zone: string): number[] {
  return moment.tz.zone(zone)?.untils.filter((until) => until > begin && until <= end) ?? []
}
