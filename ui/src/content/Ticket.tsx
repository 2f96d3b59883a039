import type { ReactNode } from 'react'
import styles from './Ticket.module.css'

interface TicketProps {
  /** The code that is scanned, or nothing. */
  code?: ReactNode
  children: ReactNode
}

/** Paper with a stub: what is booked, and beyond the perforation what is shown at the door. Also good on paper. */
export function Ticket({ code, children }: TicketProps) {
  return (
    <div className={styles.ticket}>
      <div className={styles.words}>{children}</div>
      {code && <div className={styles.stub}>{code}</div>}
    </div>
  )
}

/** The letters and digits that somebody reads out. */
export function TicketReference({ children }: { children: string }) {
  return (
    <bdi className={styles.reference} translate="no">
      {children}
    </bdi>
  )
}
