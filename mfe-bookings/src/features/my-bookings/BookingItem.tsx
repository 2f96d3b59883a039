import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { CardLink } from '@fernweh/ui/CardLink'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notices } from '@fernweh/ui/Notice'
import { Picture } from '@fernweh/ui/Picture'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { Price } from '@fernweh/ui/Price'
import type { Clock } from '@fernweh/ui/use-clock'
import { type ReactNode, useRef } from 'react'
import { Seats } from '../../Seats.tsx'
import { Title } from '../../Title.tsx'
import { toTotal } from '../../total.ts'
import { useAnswered } from '../../use-answered.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './BookingItem.module.css'
import { statusOf } from './status.ts'

export type Actions = (booking: Booking, tell: (booking: Booking) => void) => ReactNode

interface BookingItemProps {
  booking: Booking
  clock: Clock
  /** What can be done with held seats. */
  actions: Actions
}

export function BookingItem({ booking: followed, clock, actions }: BookingItemProps) {
  const { t } = useMessages()
  const [booking, tell] = useAnswered(followed)
  const { bookingId, status, reference = '', offer } = booking
  const link = useRef<HTMLAnchorElement>(null)
  // The button that had the focus is gone with the hold.
  const tellAndStay = (answered: Booking) => {
    tell(answered)
    link.current?.focus()
  }
  return (
    <li className={styles.item} data-booking={bookingId} data-status={status}>
      <div className={styles.picture}>
        <Picture picture={offer?.picture ?? null} alt="" sizes="(min-width: 40rem) 12rem, 4.5rem" />
      </div>
      <div className={styles.words}>
        <h3>
          <CardLink href={`/bookings/${bookingId}`} ref={link}>
            <Title offer={offer} unnamed={t('booking.untitled')} />
          </CardLink>
        </h3>
        <p>
          <PlaceTime instant={booking.startsAt} zone={booking.zone} place={offer?.city} />
        </p>
        <p className={styles.soft}>
          <Seats seats={booking.seats} /> · <Price price={toTotal(booking)} />
        </p>
        {status === 'confirmed' && <p className={styles.soft}>{t('my-bookings.ticket', { reference })}</p>}
        <Notices>
          <p className={styles[status]}>{t(`status.${statusOf(booking)}`)}</p>
        </Notices>
      </div>
      {status === 'held' && (
        <div className={styles.actions}>
          <Countdown until={booking.expiresAt} clock={clock} over={t('status.time-up')} />
          {actions(booking, tellAndStay)}
        </div>
      )}
    </li>
  )
}
