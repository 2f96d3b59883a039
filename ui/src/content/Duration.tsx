import { useMessages } from '../use-messages.ts'

/** "2 hrs 30 mins", as the reader's locale writes it. */
export function Duration({ minutes }: { minutes: number }) {
  return <span suppressHydrationWarning>{toDuration(minutes, useMessages().locale)}</span>
}

const DAY = 1440

/** Days from two on, and one that is whole: 25 hours are not a day and an hour to somebody who packs. */
export function toDuration(minutes: number, locale: string): string {
  const days = minutes >= 2 * DAY || minutes % DAY === 0 ? Math.floor(minutes / DAY) : 0
  const rest = minutes - days * DAY
  const counts = [
    ['day', days],
    ['hour', Math.floor(rest / 60)],
    ['minute', rest % 60],
  ] as const
  const said = counts
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count))
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(said)
}
