import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { TravellerPayment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'
import { Countdown } from '@fernweh/ui/content/Countdown'
import { Notice, Notices } from '@fernweh/ui/feedback/Notice'
import type { Clock } from '@fernweh/ui/use-clock'
import type { Ref } from 'react'
import { toTotalPrice } from '../../booking/total-price.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './BookingStatus.module.css'
import type { BookingPhase } from './booking-phase.ts'
import { toDeclineReason } from './decline-reason.ts'
import { phaseNoticeKinds } from './phase-notice-kinds.ts'

interface BookingStatusProps {
  phase: BookingPhase
  booking: Booking
  payment: TravellerPayment | null
  back: BookingView['back']
  clock: Clock
  /** Receives the focus when the focused button disappears. */
  headingRef: Ref<HTMLHeadingElement>
}

/** The booking's status; changes are announced to screen readers. */
export function BookingStatus({ phase, booking, payment, back, clock, headingRef }: BookingStatusProps) {
  const { t } = useMessages()
  return (
    <>
      <Notices>
        <Notice kind={phaseNoticeKinds[phase]}>
          <h2 className={styles.title} ref={headingRef} tabIndex={-1}>
            {t(`phase-title.${phase}`)}
          </h2>
          <Refund booking={booking} payment={payment} />
          <p>{t(`phase-text.${phase}`)}</p>
        </Notice>
      </Notices>
      {isPayable(phase) && <PaymentHint payment={payment} back={back} />}
      {booking.status === 'held' && phase !== 'payment-pending' && (
        <p className={styles.time}>
          <Countdown until={booking.expiresAt} clock={clock} over={t('status.time-up')} />
        </p>
      )}
    </>
  )
}

const isPayable = (phase: BookingPhase) => phase === 'held' || phase === 'checkout'

function Refund({ booking, payment }: { booking: Booking; payment: TravellerPayment | null }) {
  const { t, locale } = useMessages()
  if (payment?.status !== 'refund-requested' && payment?.status !== 'refunded') return null
  const amount = formatMoney(payment.amount ?? toTotalPrice(booking), locale)
  return (
    <p suppressHydrationWarning>{t(payment.status === 'refunded' ? 'refund.done' : 'refund.requested', { amount })}</p>
  )
}

/** How the last payment attempt ended, while another one is possible. */
function PaymentHint({ payment, back }: Pick<BookingStatusProps, 'payment' | 'back'>) {
  const { t } = useMessages()
  return (
    <Notices>
      {payment?.declined ? (
        <Notice kind="loss">
          {t(`declined.${toDeclineReason(payment.declined)}`)} {t('booking.seats-kept')}
        </Notice>
      ) : (
        back === 'left' && <p className={styles.soft}>{t('booking.checkout-left')}</p>
      )}
    </Notices>
  )
}
