import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { ButtonLink } from '@fernweh/ui/Button'
import styles from './BookedTicket.module.css'

/** What is shown at the door. The code leads to the ticket's page, for whoever stands there. */
export function BookedTicket({ booking: { bookingId, reference } }: { booking: Booking }) {
  const files = `/api/bookings/bookings/${bookingId}`
  return (
    <section className={styles.ticket} aria-labelledby="bookings-ticket">
      <img
        className={styles.code}
        src={`${files}/ticket.svg`}
        width={160}
        height={160}
        alt={`Code of ticket ${reference}`}
      />
      <div className={styles.words}>
        <h2 id="bookings-ticket">Your ticket</h2>
        <p className={styles.reference}>{reference}</p>
        <p>Show the code or these letters at the door.</p>
        <p className={styles.actions}>
          <ButtonLink href={`${files}/calendar.ics`} download>
            Add to calendar
          </ButtonLink>
          <a href={`/tickets/${reference}`}>Ticket page</a>
        </p>
      </div>
    </section>
  )
}
