import { formatLocal, toPlaceClock, yearIfFar } from '@fernweh/contracts/browser/time-format'
import type { SessionStart } from '@fernweh/contracts/local-time'
import { useHydrated } from '../use-hydrated.ts'
import { useMessages } from '../use-messages.ts'
import styles from './PlaceTime.module.css'

interface PlaceTimeProps {
  start: SessionStart
  /** The zone's own name where it is not known. */
  place?: string | null | undefined
}

/**
 * The place's own time first, the reader's below when it differs, on a line that is always there. Month names differ
 * between versions of the Unicode data in servers and browsers; the server's words then stay.
 */
export function PlaceTime({ start, place: known }: PlaceTimeProps) {
  const { t, locale } = useMessages()
  const place = known ?? toZoneName(start.zone)
  const time = useHydrated() ? toOwnTime(start, locale) : ''
  return (
    <time dateTime={start.startsAt}>
      <span suppressHydrationWarning>{toDayAndTime(start, locale)}</span>{' '}
      <span className={styles.zone}>
        {time ? t('ui.time.there-and-here', { place, time }) : t('ui.time.there', { place })}
      </span>
    </time>
  )
}

const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "Sat 14 Mar", or "Sat 14 Mar 2032" where the year is not plain; in the order and with the marks of the locale. */
export function toDay(start: SessionStart, locale: string): string {
  return toDayLabel(toPlaceClock(start), locale)
}

/** The same for a local day, `2030-03-14`. */
export function toDayLabel(local: string, locale: string): string {
  return formatLocal(local, locale, { ...day, ...yearIfFar(local) })
}

export function toClockTime(start: SessionStart, locale: string): string {
  return formatLocal(toPlaceClock(start), locale, clock)
}

/** "Sat 14 Mar, 18:30" */
export function toDayAndTime(start: SessionStart, locale: string): string {
  const local = toPlaceClock(start)
  return formatLocal(local, locale, { ...day, ...yearIfFar(local), ...clock })
}

/** `America/Argentina/Buenos_Aires` → `Buenos Aires` */
export function toZoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/**
 * Empty when the reader's clock shows the same, or is of the same zone by other rules; the weekday is named when it is
 * another. `own` is the reader's zone unless given.
 */
export function toOwnTime(
  start: SessionStart,
  locale: string,
  own: string = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const [here, there] = [toPlaceClock({ startsAt: start.startsAt, zone: own }), toPlaceClock(start)]
  if (here === there || own === start.zone) return ''
  const isSameDay = here.slice(0, 10) === there.slice(0, 10)
  return formatLocal(here, locale, isSameDay ? clock : { weekday: 'short', ...clock })
}
