import type { TicketData } from '@fernweh/contracts/parts/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { DoorTicket } from '../features/ticket/DoorTicket.tsx'
import styles from './Page.module.css'

export function Ticket({ data: { ticket } }: PartProps<TicketData>) {
  return <article className={styles.page}>{ticket ? <DoorTicket ticket={ticket} /> : <NoTicket />}</article>
}

function NoTicket() {
  return (
    <>
      <h1 className={styles.title}>No such ticket</h1>
      <p>
        Nothing was booked under these letters. Perhaps one of them was misread: there is no 0, 1, I or O in a ticket.
      </p>
    </>
  )
}
