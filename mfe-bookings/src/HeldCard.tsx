import { Notice } from '@fernweh/ui/Notice'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { type ReactNode, useEffect, useRef } from 'react'
import styles from './HeldCard.module.css'

interface HeldCardProps {
  /** On its way, or decided. */
  kind: 'wait' | 'calm'
  title: string
  startsAt: string
  zone: string
  city: string | null
  /** How long it lasts. */
  time: ReactNode
  action: ReactNode
  bookingId?: string
  /** Who asked for it is led here. */
  takesFocus?: boolean
}

/** Seats that are asked for and seats that are held take the same room, so that nothing moves when it is decided. */
export function HeldCard({ kind, title, startsAt, zone, city, time, action, bookingId, takesFocus }: HeldCardProps) {
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <Notice kind={kind}>
      <div className={styles.held} data-booking={bookingId}>
        <p className={styles.title} ref={heading} tabIndex={-1}>
          {title}
        </p>
        <p>
          <PlaceTime instant={startsAt} zone={zone} place={city} />
        </p>
        <p>{time}</p>
        <p className={styles.action}>{action}</p>
      </div>
    </Notice>
  )
}
