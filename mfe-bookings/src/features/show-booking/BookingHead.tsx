import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { Price } from '@fernweh/ui/Price'
import { toSeats, toTotal } from '../../words.ts'
import styles from './BookingHead.module.css'

export function BookingHead({ booking }: { booking: Booking }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        <a href={`/e/${booking.experienceId}`}>{booking.title ?? 'Your booking'}</a>
      </h1>
      <p className={styles.when}>
        <PlaceTime instant={booking.startsAt} zone={booking.zone} />
      </p>
      <p>
        {toSeats(booking.seats)} · <Price price={toTotal(booking)} />
      </p>
    </header>
  )
}
