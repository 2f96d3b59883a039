import styles from './PlaceTime.module.css'
import { useHydrated } from './use-hydrated.ts'

interface PlaceTimeProps {
  /** ISO instant. */
  instant: string
  /** IANA name of the place's zone. */
  zone: string
  locale: string
}

/**
 * The place's own time first, the reader's below when it differs, on a line that is always there. Month names differ
 * between versions of the Unicode data in servers and browsers; the server's words then stay.
 */
export function PlaceTime({ instant, zone, locale }: PlaceTimeProps) {
  const own = useHydrated() ? toOwnTime(instant, zone, locale) : ''
  return (
    <time dateTime={instant}>
      <span suppressHydrationWarning>{`${toDay(instant, zone, locale)}, ${toClockTime(instant, zone, locale)}`}</span>{' '}
      <span className={styles.zone}>{`${toZoneName(zone)} time${own}`}</span>
    </time>
  )
}

export function toDay(instant: string, zone: string | undefined, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone })
  const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.weekday} ${parts.day} ${parts.month}`
}

export function toClockTime(instant: string, zone: string | undefined, locale: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant))
}

/** `America/Argentina/Buenos_Aires` → `Buenos Aires` */
export function toZoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Empty when the reader's clock shows the same; the weekday is named when it is another. `own` is theirs unless given. */
export function toOwnTime(instant: string, zone: string, locale: string, own?: string): string {
  const time = toClockTime(instant, own, locale)
  const day = toDay(instant, own, locale)
  if (day !== toDay(instant, zone, locale)) return `, ${day.split(' ')[0]} ${time} for you`
  return time === toClockTime(instant, zone, locale) ? '' : `, ${time} for you`
}
