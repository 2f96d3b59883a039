/** Dates in the reader's locale. */
import { formatLocal } from '@fernweh/contracts/browser/time-format'
import { offsetAt, toLocalTime } from '@fernweh/contracts/zones'

/** For `time.place`, e.g. Saturday 14 March 2026, 18:30, Lisbon, GMT: the local time and its offset. */
export function toPlaceTime(instant: string, { zone, place }: { zone: string; place: string }, locale: string) {
  const { time } = toLocalTime(instant, zone)
  return { day: toDay(time, locale), clock: toClock(time, locale), place, offset: toOffset(instant, zone) }
}

/** For `time.universal`: events without a place. */
export function toUniversalTime(instant: string, locale: string) {
  const { time } = toLocalTime(instant, 'UTC')
  return { day: toDay(time, locale), clock: toClock(time, locale) }
}

const toDay = (local: string, locale: string) =>
  formatLocal(local, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

const toClock = (local: string, locale: string) =>
  formatLocal(local, locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `GMT`, `GMT+1`, `GMT-3:30` */
function toOffset(instant: string, zone: string): string {
  const minutes = offsetAt(Date.parse(instant), zone) / 60_000
  if (minutes === 0) return 'GMT'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `GMT${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}
