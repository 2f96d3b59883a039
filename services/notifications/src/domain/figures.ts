/** Dates and amounts as the reader's locale writes them. */
import type { Money } from '@fernweh/contracts/money'

/** For `time.place`, e.g. Saturday 14 March 2026, 18:30, Lisbon, GMT: the place's own, and how far it is from Greenwich. */
export function toPlaceTime(instant: string, zone: string, locale: string) {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return {
    day: toDay(instant, zone, locale),
    clock: toClock(instant, zone, locale),
    place,
    offset: toOffset(instant, zone),
  }
}

/** For `time.universal`: what happens nowhere in particular. */
export function toUniversalTime(instant: string, locale: string) {
  return { day: toDay(instant, 'UTC', locale), clock: toClock(instant, 'UTC', locale) }
}

/** A zone that nobody here knows is read as UTC. */
function createFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options)
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  }
}

function toDay(instant: string, timeZone: string, locale: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  return createFormat(locale, options).format(new Date(instant))
}

function toClock(instant: string, timeZone: string, locale: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return createFormat(locale, options).format(new Date(instant))
}

function toOffset(instant: string, timeZone: string): string {
  const format = createFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' })
  return format.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** Minor units as many as the currency has; none where they are zero. */
export function toAmount({ amount, currency }: Money, locale: string): string {
  const style = { style: 'currency', currency } as const
  const digits = new Intl.NumberFormat(locale, style).resolvedOptions().maximumFractionDigits ?? 2
  const value = amount / 10 ** digits
  const fraction = Number.isInteger(value) ? 0 : digits
  const options = { ...style, minimumFractionDigits: fraction, maximumFractionDigits: fraction }
  return new Intl.NumberFormat(locale, options).format(value)
}
