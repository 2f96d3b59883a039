import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/fragments/bookings'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { toPrice } from '@fernweh/ui/Price'
import type { Clock } from '@fernweh/ui/use-clock'
import type { Ref } from 'react'
import { toTotal } from '../../total.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './BookingStatus.module.css'
import type { Phase } from './phase.ts'
import { phaseKinds } from './phase-kinds.ts'
import { reasonOf } from './reason.ts'

interface BookingStatusProps {
  phase: Phase
  booking: Booking
  payment: Payment | null
  back: BookingView['back']
  clock: Clock
  /** Takes the focus when what had it is gone. */
  headingRef: Ref<HTMLHeadingElement>
}

/** Says how it stands, and says it again aloud whenever that changes. */
export function BookingStatus({ phase, booking, payment, back, clock, headingRef }: BookingStatusProps) {
  const { t } = useMessages()
  return (
    <>
      <Notices>
        <Notice kind={phaseKinds[phase]}>
          <h2 className={styles.title} ref={headingRef} tabIndex={-1}>
            {t(`phase-title.${phase}`)}
          </h2>
          <p>{t(`phase-text.${phase}`)}</p>
          <Refund booking={booking} payment={payment} />
        </Notice>
      </Notices>
      {isPayable(phase) && <Hint payment={payment} back={back} />}
      {booking.status === 'held' && phase !== 'payment-pending' && (
        <p className={styles.time}>
          <Countdown until={booking.expiresAt} clock={clock} over={t('status.time-up')} />
        </p>
      )}
    </>
  )
}

const isPayable = (phase: Phase) => phase === 'held' || phase === 'checkout'

/** Nothing unless money goes back. */
function Refund({ booking, payment }: { booking: Booking; payment: Payment | null }) {
  const { t, locale } = useMessages()
  if (payment?.status !== 'refund-requested' && payment?.status !== 'refunded') return null
  const amount = toPrice(payment.amount ?? toTotal(booking), locale)
  return (
    <p suppressHydrationWarning>{t(payment.status === 'refunded' ? 'refund.done' : 'refund.requested', { amount })}</p>
  )
}

/** How the last try ended, where there may be another. */
function Hint({ payment, back }: Pick<BookingStatusProps, 'payment' | 'back'>) {
  const { t } = useMessages()
  return (
    <Notices>
      {payment?.declined ? (
        <Notice kind="loss">
          {t(`declined.${reasonOf(payment.declined)}`)} {t('booking.seats-kept')}
        </Notice>
      ) : (
        back === 'left' && <p className={styles.soft}>{t('booking.checkout-left')}</p>
      )}
    </Notices>
  )
}
