import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notices } from '@fernweh/ui/Notice'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { Price } from '@fernweh/ui/Price'
import type { Clock } from '@fernweh/ui/use-clock'
import type { ReactNode } from 'react'
import { useAnswered } from '../../use-answered.ts'
import { toSeats, toTotal } from '../../words.ts'
import styles from './BookingItem.module.css'
import { toStatusWords } from './status-words.ts'

export type Actions = (booking: Booking, tell: (booking: Booking) => void) => ReactNode

interface BookingItemProps {
  booking: Booking
  clock: Clock
  /** What can be done with held seats. */
  actions: Actions
}

export function BookingItem({ booking: followed, clock, actions }: BookingItemProps) {
  const [booking, tell] = useAnswered(followed)
  const { bookingId, status, reference } = booking
  const held = status === 'held'
  return (
    <li className={styles.item} data-booking={bookingId} data-status={status}>
      <div>
        <h3 className={styles.title}>
          <a href={`/bookings/${bookingId}`}>{booking.title ?? 'Your booking'}</a>
        </h3>
        <p>
          <PlaceTime instant={booking.startsAt} zone={booking.zone} />
        </p>
        <p className={styles.soft}>
          {toSeats(booking.seats)} · <Price price={toTotal(booking)} />
        </p>
      </div>
      <Notices>
        <p className={styles[status]}>{toStatusWords(booking)}</p>
      </Notices>
      {status === 'confirmed' && <p className={styles.soft}>Ticket {reference}</p>}
      {held && (
        <div className={styles.actions}>
          <Countdown until={booking.expiresAt} clock={clock} over="Time is up; the seats are going back" />
          {actions(booking, tell)}
        </div>
      )}
    </li>
  )
}
