import { createDateFormat } from '@fernweh/contracts/browser/time-format'
import { useHydrated } from '../use-hydrated.ts'
import { useMessages } from '../use-messages.ts'
import styles from './PlaceTime.module.css'

interface PlaceTimeProps {
  /** ISO instant. */
  instant: string
  /** IANA name of the place's zone. */
  zone: string
  /** The zone's own name where it is not known. */
  place?: string | null | undefined
}

/**
 * The place's own time first, the reader's below when it differs, on a line that is always there. Month names differ
 * between versions of the Unicode data in servers and browsers; the server's words then stay.
 */
export function PlaceTime({ instant, zone, place: known }: PlaceTimeProps) {
  const { t, locale } = useMessages()
  const place = known ?? toZoneName(zone)
  const time = useHydrated() ? toOwnTime(instant, zone, locale) : ''
  return (
    <time dateTime={instant}>
      <span suppressHydrationWarning>{toDayAndTime(instant, zone, locale)}</span>{' '}
      <span className={styles.zone}>
        {time ? t('ui.time.there-and-here', { place, time }) : t('ui.time.there', { place })}
      </span>
    </time>
  )
}

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

export function toDay(instant: string, zone: string | undefined, locale: string): string {
  return createDateFormat(locale, { ...day, timeZone: zone }).format(new Date(instant))
}

export function toClockTime(instant: string, zone: string | undefined, locale: string): string {
  return createDateFormat(locale, { ...time, timeZone: zone }).format(new Date(instant))
}

/** "Sat 14 Mar, 18:30", in the order and with the marks of the locale. */
export function toDayAndTime(instant: string, zone: string | undefined, locale: string): string {
  return createDateFormat(locale, { ...day, ...time, timeZone: zone }).format(new Date(instant))
}

/** `America/Argentina/Buenos_Aires` → `Buenos Aires` */
export function toZoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** Empty when the reader's clock shows the same; the weekday is named when it is another. `own` is theirs unless given. */
export function toOwnTime(instant: string, zone: string, locale: string, own?: string): string {
  if (toDay(instant, own, locale) !== toDay(instant, zone, locale)) {
    const options = { weekday: 'short', ...time, timeZone: own } as const
    return new Intl.DateTimeFormat(locale, options).format(new Date(instant))
  }
  const clock = toClockTime(instant, own, locale)
  return clock === toClockTime(instant, zone, locale) ? '' : clock
}
