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
  const text = toPhaseText(phase, booking)
  return (
    <>
      <Notices>
        <Notice kind={phaseNoticeKinds[phase]}>
          <h2 className={styles.title} ref={headingRef} tabIndex={-1}>
            {t(`phase-title.${text}`)}
          </h2>
          {phase === 'not-payable' && <Refusal payment={payment} />}
          <Refund booking={booking} payment={payment} />
          <p>{t(`phase-text.${text}`)}</p>
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

/** A free booking is not paid for. */
function toPhaseText(phase: BookingPhase, { price }: Booking) {
  if (price.amount > 0) return phase
  if (phase === 'payment-pending') return 'booking-pending'
  return phase === 'held' || phase === 'too-late' ? (`${phase}-free` as const) : phase
}

/** Why the provider took no money. */
function Refusal({ payment }: { payment: TravellerPayment | null }) {
  const { t } = useMessages()
  const refused = payment?.refused
  return refused && refused !== 'refund-refused' ? <p>{t(`refused.${refused}`)}</p> : null
}

const isPayable = (phase: BookingPhase) => phase === 'held' || phase === 'checkout'

function Refund({ booking, payment }: { booking: Booking; payment: TravellerPayment | null }) {
  const { t, locale } = useMessages()
  if (payment?.status !== 'refund-requested' && payment?.status !== 'refunded') return null
  const total = payment.amount ?? toTotalPrice(booking)
  if (total.amount === 0) return null
  const state = payment.status === 'refunded' ? 'done' : payment.refused === 'refund-refused' ? 'refused' : 'requested'
  return <p suppressHydrationWarning>{t(`refund.${state}`, { amount: formatMoney(total, locale) })}</p>
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
      ) : payment?.refused ? (
        <Notice kind="loss">
          <Refusal payment={payment} />
        </Notice>
      ) : (
        back === 'left' && <p className={styles.soft}>{t('booking.checkout-left')}</p>
      )}
    </Notices>
  )
}
