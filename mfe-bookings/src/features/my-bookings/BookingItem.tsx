import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Countdown } from '@fernweh/ui/content/Countdown'
import { Picture } from '@fernweh/ui/content/Picture'
import { PlaceTime } from '@fernweh/ui/content/PlaceTime'
import { Price } from '@fernweh/ui/content/Price'
import { Notices } from '@fernweh/ui/feedback/Notice'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { CardLink } from '@fernweh/ui/layout/CardLink'
import type { Clock } from '@fernweh/ui/use-clock'
import { type ReactNode, useRef } from 'react'
import { BookingTitle } from '../../booking/BookingTitle.tsx'
import { SeatCount } from '../../booking/SeatCount.tsx'
import { toTotalPrice } from '../../booking/total-price.ts'
import { useLatestBooking } from '../../booking/use-latest-booking.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './BookingItem.module.css'
import { statusOf } from './booking-status.ts'

export type RenderBookingActions = (booking: Booking, onAnswered: (booking: Booking) => void) => ReactNode

interface BookingItemProps {
  booking: Booking
  /** Its visit has no review yet. */
  isToReview: boolean
  clock: Clock
  /** Buttons for held seats. */
  actions: RenderBookingActions
}

export function BookingItem({ booking: fromFeed, isToReview, clock, actions }: BookingItemProps) {
  const { t, locale } = useMessages()
  const [booking, setAnswered] = useLatestBooking(fromFeed)
  const { bookingId, status, reference = '', offer } = booking
  const link = useRef<HTMLAnchorElement>(null)
  // The focused button disappears with the hold.
  const setAnsweredAndFocus = (answered: Booking) => {
    setAnswered(answered)
    link.current?.focus()
  }
  return (
    <li className={styles.item} data-booking={bookingId} data-status={status}>
      <div className={styles.picture}>
        <Picture picture={offer?.picture ?? null} alt="" sizes="(min-width: 40rem) 12rem, 4.5rem" />
      </div>
      <div className={styles.details}>
        <h3>
          <CardLink href={`/bookings/${bookingId}`} ref={link}>
            <BookingTitle title={offer} fallback={t('booking.untitled')} />
          </CardLink>
        </h3>
        <p>
          <PlaceTime start={booking} place={offer && cityIn(offer, locale)} />
        </p>
        <p className={styles.soft}>
          <SeatCount seats={booking.seats} /> · <Price price={toTotalPrice(booking)} />
        </p>
        {status === 'confirmed' && (
          <p className={styles.ticket}>
            <a href={`/tickets/${reference}`}>{t('my-bookings.ticket', { reference })}</a>
          </p>
        )}
        <Notices>
          <p className={styles[status]}>{t(`status.${statusOf(booking)}`)}</p>
        </Notices>
      </div>
      {isToReview && (
        <div className={styles.actions}>
          <ButtonLink href={`/bookings/${bookingId}#review`}>{t('my-bookings.review')}</ButtonLink>
        </div>
      )}
      {status === 'held' && (
        <div className={styles.actions}>
          <Countdown until={booking.expiresAt} clock={clock} over={t('status.time-up')} />
          {actions(booking, setAnsweredAndFocus)}
        </div>
      )}
    </li>
  )
}
