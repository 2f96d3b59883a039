import type { SessionStart } from '@fernweh/contracts/local-time'
import { PlaceTime } from '@fernweh/ui/content/PlaceTime'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './HoldCard.module.css'

interface HoldCardProps {
  /** `wait` while the request is pending, `calm` once the seats are held. */
  kind: 'wait' | 'calm'
  title: string
  start: SessionStart
  city: string | null
  /** How long the hold lasts. */
  time: ReactNode
  action: ReactNode
  bookingId?: string
  /** Moves the focus here, for the person who requested the hold. */
  takesFocus?: boolean
}

/** A pending and a confirmed hold take the same space, so that nothing moves when the answer arrives. */
export function HoldCard({ kind, title, start, city, time, action, bookingId, takesFocus }: HoldCardProps) {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <Notice kind={kind}>
      <div className={styles.card} data-booking={bookingId}>
        <p className={styles.title} ref={heading} tabIndex={-1}>
          {title}
        </p>
        <p>
          <PlaceTime start={start} place={city} />
        </p>
        <p>{time}</p>
        <p className={styles.action}>{action}</p>
      </div>
    </Notice>
  )
}
