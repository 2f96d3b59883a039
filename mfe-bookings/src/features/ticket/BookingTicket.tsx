import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { PlaceTime } from '@fernweh/ui/content/PlaceTime'
import { Ticket, TicketReference } from '@fernweh/ui/content/Ticket'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { BookingTitle } from '../../booking/BookingTitle.tsx'
import { SeatCount } from '../../booking/SeatCount.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './BookingTicket.module.css'

/** The ticket to show at the entrance. Its code leads staff to the ticket's page. */
export function BookingTicket({ booking }: { booking: Booking }) {
  const { t, locale } = useMessages()
  const { bookingId, reference = '', offer, seats } = booking
  const files = `/api/bookings/bookings/${bookingId}`
  const code = <img src={`${files}/ticket.svg`} width={176} height={176} alt={t('ticket.code', { reference })} />
  return (
    <section className={styles.booked} aria-labelledby="bookings-ticket">
      <Ticket code={code}>
        <h2 id="bookings-ticket">{t('ticket.heading')}</h2>
        <p>
          <TicketReference>{reference}</TicketReference>
        </p>
        <p className={styles.title}>
          <BookingTitle title={offer} fallback={t('booking.untitled')} />
        </p>
        <p>
          <PlaceTime start={booking} place={offer && cityIn(offer, locale)} />
        </p>
        <p>
          <SeatCount seats={seats} />
        </p>
        <p className={styles.soft}>{t('ticket.instructions')}</p>
      </Ticket>
      <p className={styles.actions}>
        <ButtonLink href={`${files}/calendar.ics`} download>
          {t('ticket.calendar')}
        </ButtonLink>
        <ButtonLink kind="plain" href={`/tickets/${reference}`}>
          {t('ticket.open-page')}
        </ButtonLink>
      </p>
    </section>
  )
}
