/** Dates in the reader's locale. */
import { createDateFormat } from '@fernweh/contracts/browser/time-format'

/** For `time.place`, e.g. Saturday 14 March 2026, 18:30, Lisbon, GMT: the local time and its offset. */
export function toPlaceTime(instant: string, zone: string, locale: string) {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return {
    day: toDay(instant, zone, locale),
    clock: toClock(instant, zone, locale),
    place,
    offset: toOffset(instant, zone),
  }
}

/** For `time.universal`: events without a place. */
export function toUniversalTime(instant: string, locale: string) {
  return { day: toDay(instant, 'UTC', locale), clock: toClock(instant, 'UTC', locale) }
}

function toDay(instant: string, timeZone: string, locale: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  return createDateFormat(locale, options).format(new Date(instant))
}

function toClock(instant: string, timeZone: string, locale: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return createDateFormat(locale, options).format(new Date(instant))
}

function toOffset(instant: string, timeZone: string): string {
  const format = createDateFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
  return format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
