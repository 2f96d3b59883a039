/** Dates and amounts as the reader's locale writes them. */
import type { Money } from '@fernweh/contracts/money'

const USUAL = 'en-GB'

/** Of a locale that nobody knows, the usual one. */
export function toLocale(locale: string | undefined): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale ?? USUAL)[0] ?? USUAL
  } catch {
    return USUAL
  }
}

/** `Saturday 14 March 2026, 18:30 Lisbon time (GMT)`: the place's own, and how far it is from Greenwich. */
export function toPlaceTime(instant: string, zone: string, locale: string): string {
  const place = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
  return `${toDay(instant, zone, locale)}, ${toClock(instant, zone, locale)} ${place} time (${toOffset(instant, zone)})`
}

/** `14 March 2026, 12:05 UTC`, for what happens nowhere in particular. */
export const toUniversalTime = (instant: string, locale: string): string =>
  `${toDay(instant, 'UTC', locale)}, ${toClock(instant, 'UTC', locale)} UTC`

function toDay(instant: string, timeZone: string, locale: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant))
}

function toClock(instant: string, timeZone: string, locale: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant))
}

function toOffset(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(USUAL, { timeZone, timeZoneName: 'shortOffset' })
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

export const toSeats = (seats: number) => (seats === 1 ? '1 seat' : `${seats} seats`)
