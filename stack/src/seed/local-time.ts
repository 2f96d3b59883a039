/** The instant at which clocks in the zone show this local date and time; in a gap, the hour after it. */
export function toInstant(date: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const once = asUtc - offsetAt(asUtc, zone)
  return new Date(asUtc - offsetAt(once, zone))
}

/** To make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })
  formats.set(zone, format)
  return format
}

const DAY_MS = 86_400_000
/** Of whole days, on which clocks are not changed; null for those on which they are. */
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
  const part = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  const shown = Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`)
  return shown - Math.floor(instant / 1000) * 1000
}
