import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { CancelBooking } from '../features/cancel/CancelBooking.tsx'
import { CheckoutLink, PayBooking } from '../features/pay/PayBooking.tsx'
import { ReleaseHold } from '../features/release/ReleaseHold.tsx'
import type { Phase } from '../features/show-booking/phase.ts'
import { BookedTicket } from '../features/ticket/BookedTicket.tsx'
import { useMessages } from '../use-messages.ts'
import styles from './Page.module.css'

interface BookingActionsProps extends Omit<FragmentProps<unknown>, 'data'> {
  phase: Phase
  booking: Booking
  payment: Payment | null
  back: BookingView['back']
  page: string
  onPayment: (payment: AnswerOf<typeof payBooking>['payment']) => void
  onBooking: (booking: Booking) => void
}

/** What can be done next, by where the booking stands. */
export function BookingActions(props: BookingActionsProps) {
  const { phase, booking, payment, back, now, onPayment, onBooking, ...form } = props
  const { t } = useMessages()
  switch (phase) {
    case 'held':
      return (
        <div className={styles.actions}>
          <PayBooking booking={booking} {...form} onAnswer={onPayment} />
          <ReleaseHold booking={booking} {...form} onReleased={onBooking} />
        </div>
      )
    case 'checkout':
      return (
        <div className={styles.actions}>
          {payment?.url && <CheckoutLink url={payment.url} />}
          <ReleaseHold booking={booking} {...form} onReleased={onBooking} />
        </div>
      )
    case 'opening-checkout':
    case 'payment-pending':
      return <LookAgain page={back ? `${form.page}?checkout=${back}` : form.page} />
    case 'confirmed':
      return (
        <>
          <BookedTicket booking={booking} />
          {booking.startsAt > now && <CancelBooking booking={booking} {...form} onCancelled={onBooking} />}
        </>
      )
    case 'cancelled':
      return <RemoveFromCalendar bookingId={booking.bookingId} />
    case 'visited':
    case 'amount-mismatch':
      return null
    default:
      return (
        <p>
          <ButtonLink kind="action" href={`/e/${booking.experienceId}`}>
            {t('booking.choose-again')}
          </ButtonLink>
        </p>
      )
  }
}

/** The page is told by itself; this is for who does not want to wait for that. */
function LookAgain({ page }: { page: string }) {
  const { t } = useMessages()
  return (
    <p>
      <ButtonLink href={page}>{t('booking.refresh')}</ButtonLink>
    </p>
  )
}

function RemoveFromCalendar({ bookingId }: { bookingId: string }) {
  const { t } = useMessages()
  return (
    <p>
      <ButtonLink href={`/api/bookings/bookings/${bookingId}/calendar.ics`} download>
        {t('booking.remove-from-calendar')}
      </ButtonLink>
    </p>
  )
}
