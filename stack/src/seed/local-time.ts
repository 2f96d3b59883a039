import { DAY_MS } from './days.ts'

/** The instant at which clocks in the zone show this local date and time; in a gap, the hour after it. */
export function toInstant(date: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const once = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(once, zone))
}

/** The date in the zone at this instant, as `YYYY-MM-DD`. */
export function toLocalDate(instant: Date, zone: string): string {
  const { year, month, day } = partsOf(instant.getTime(), zone)
  return `${year}-${month}-${day}`
}

/** Kept, since creating one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  formats.set(zone, format)
  return format
}

/** By zone and day in UTC; null for days on which the clocks are changed. */
const offsets = new Map<string, number | null>()

/** Milliseconds the zone's clocks are ahead of UTC. */
function offsetAt(instant: number, zone: string): number {
  const day = Math.floor(instant / DAY_MS)
  const key = `${zone} ${day}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    const [begins, ends] = [readOffset(day * DAY_MS, zone), readOffset((day + 1) * DAY_MS, zone)]
    offset = begins === ends ? begins : null
    offsets.set(key, offset)
  }
  return offset ?? readOffset(instant, zone)
}

function readOffset(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(instant, zone)
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return shown - Math.floor(instant / 1000) * 1000
}

function partsOf(instant: number, zone: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  const parts = formatOf(zone).formatToParts(instant)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}
