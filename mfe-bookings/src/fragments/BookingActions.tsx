import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { CancellationTerms } from '../booking/CancellationTerms.tsx'
import { CancelBookingForm } from '../features/cancel-booking/CancelBookingForm.tsx'
import { CheckoutLink, PayBookingForm } from '../features/pay-booking/PayBookingForm.tsx'
import { ReleaseHoldForm } from '../features/release-hold/ReleaseHoldForm.tsx'
import type { BookingPhase } from '../features/show-booking/booking-phase.ts'
import { BookingTicket } from '../features/ticket/BookingTicket.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Page.module.css'

interface BookingActionsProps extends Omit<TeamFragmentProps<unknown>, 'data'> {
  phase: BookingPhase
  booking: Booking
  payment: TravellerPayment | null
  back: BookingView['back']
  page: string
  onPayment: (payment: AnswerOf<typeof payBooking>['payment']) => void
  onBooking: (booking: Booking) => void
}

/** The actions that are possible in the booking's phase. */
export function BookingActions(props: BookingActionsProps) {
  const { phase, booking, payment, back, now, onPayment, onBooking, ...form } = props
  const { t } = useMessages()
  switch (phase) {
    case 'held':
    case 'checkout':
      return (
        <>
          <CancellationTerms start={booking} price={booking.price} />
          <div className={styles.actions}>
            {phase === 'held' && <PayBookingForm booking={booking} {...form} onAnswer={onPayment} />}
            {phase === 'checkout' && payment?.url && <CheckoutLink url={payment.url} />}
            <ReleaseHoldForm booking={booking} {...form} onReleased={onBooking} />
          </div>
        </>
      )
    case 'not-payable':
      return (
        <div className={styles.actions}>
          <ChooseAgain experienceId={booking.experienceId} />
          <ReleaseHoldForm booking={booking} {...form} onReleased={onBooking} />
        </div>
      )
    case 'opening-checkout':
      return (
        <div className={styles.actions}>
          <RefreshLink page={back ? `${form.page}?checkout=${back}` : form.page} />
          <ReleaseHoldForm booking={booking} {...form} onReleased={onBooking} />
        </div>
      )
    case 'payment-pending':
      return <RefreshLink page={back ? `${form.page}?checkout=${back}` : form.page} />
    case 'confirmed':
      return (
        <>
          <BookingTicket booking={booking} />
          {booking.startsAt > now && <CancelBookingForm booking={booking} {...form} onCancelled={onBooking} />}
        </>
      )
    case 'cancelled':
      return (
        <p className={styles.actions}>
          <ButtonLink kind="action" href={`/e/${booking.experienceId}`}>
            {t('booking.other-date')}
          </ButtonLink>
          <ButtonLink href={`/api/bookings/bookings/${booking.bookingId}/calendar.ics`} download>
            {t('booking.remove-from-calendar')}
          </ButtonLink>
        </p>
      )
    case 'visited':
    case 'amount-mismatch':
      return null
    default:
      return (
        <p>
          <ChooseAgain experienceId={booking.experienceId} />
        </p>
      )
  }
}

function ChooseAgain({ experienceId }: Pick<Booking, 'experienceId'>) {
  const { t } = useMessages()
  return (
    <ButtonLink kind="action" href={`/e/${experienceId}`}>
      {t('booking.choose-again')}
    </ButtonLink>
  )
}

/** The page updates by itself; the link is for those without script or who do not want to wait. */
function RefreshLink({ page }: { page: string }) {
  const { t } = useMessages()
  return (
    <p>
      <ButtonLink href={page}>{t('booking.refresh')}</ButtonLink>
    </p>
  )
}
