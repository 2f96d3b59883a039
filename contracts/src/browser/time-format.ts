/** A format in an unknown zone, e.g. in an older browser, falls back to UTC, so that one zone never breaks a page, mail or search. */
export function createDateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options)
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  }
}

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in the zone, as `2030-03-14`. */
export function toLocalDay(instant: string, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  const format = dayFormats.get(timeZone) ?? createDateFormat('sv-SE', { timeZone, dateStyle: 'short' })
  dayFormats.set(timeZone, format)
  return format.format(new Date(instant))
}

/** Whether this platform knows the IANA zone. */
export function isKnownZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}
