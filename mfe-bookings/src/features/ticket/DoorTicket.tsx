import type { Ticket } from '@fernweh/contracts/api/bookings'
import { Notice } from '@fernweh/ui/Notice'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { toSeats } from '../../words.ts'
import styles from './DoorTicket.module.css'

const words: Record<Ticket['status'], { kind: 'calm' | 'loss' | 'wait'; text: string }> = {
  valid: { kind: 'calm', text: 'This ticket is valid.' },
  over: { kind: 'wait', text: 'This ticket was for a time that is over.' },
  cancelled: { kind: 'loss', text: 'This ticket was cancelled. It admits nobody.' },
}

/** For whoever stands at the door: whether it is good, for when and for how many. Nothing of the person. */
export function DoorTicket({ ticket }: { ticket: Ticket }) {
  const { kind, text } = words[ticket.status]
  return (
    <>
      <h1 className={styles.reference}>{ticket.reference}</h1>
      <Notice kind={kind}>
        <strong>{text}</strong>
      </Notice>
      <p>
        <a href={`/e/${ticket.experienceId}`}>{ticket.title ?? 'See the experience'}</a>
      </p>
      <p className={styles.seats}>{toSeats(ticket.seats)}</p>
      <p>
        <PlaceTime instant={ticket.startsAt} zone={ticket.zone} />
      </p>
    </>
  )
}
