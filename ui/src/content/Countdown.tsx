import { toMinutes } from '@fernweh/contracts/browser/countdown-format'
import { Announcement } from '../feedback/Notice.tsx'
import { type Clock, useNow } from '../use-clock.ts'
import { useMessages } from '../use-messages.ts'
import styles from './Countdown.module.css'

interface CountdownProps {
  /** ISO instant. */
  until: string
  clock: Clock
  /** Shown when the time is up. */
  over: string
}

/** Minutes and seconds left. Seen every second, spoken only at five minutes, at one and at the end. */
export function Countdown({ until, clock, over }: CountdownProps) {
  const { t } = useMessages()
  const left = toSecondsLeft(until, useNow(clock))
  const spoken = toSpoken(left)
  return (
    <span className={styles.countdown}>
      <span role="timer" aria-live="off">
        {left > 0 ? t('ui.countdown.left', { time: toMinutes(left) }) : over}
      </span>
      <Announcement>{left > 0 ? spoken && t(`ui.countdown.${spoken}`) : over}</Announcement>
    </span>
  )
}

export function toSecondsLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1000))
}

/** Changes only at the marks, so that a live region speaks only then. */
export function toSpoken(left: number): 'last-minute' | 'last-minutes' | null {
  if (left <= 60) return 'last-minute'
  return left <= 300 ? 'last-minutes' : null
}
