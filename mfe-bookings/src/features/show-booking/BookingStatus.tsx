import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Payment } from '@fernweh/contracts/feeds/payments'
import type { BookingView } from '@fernweh/contracts/parts/bookings'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { toPrice } from '@fernweh/ui/Price'
import type { Clock } from '@fernweh/ui/use-clock'
import type { Ref } from 'react'
import { toTotal } from '../../words.ts'
import styles from './BookingStatus.module.css'
import type { Phase } from './phase.ts'
import { LEFT, phaseWords, toDeclinedWords, toRefundWords } from './phase-words.ts'

interface BookingStatusProps {
  phase: Phase
  booking: Booking
  payment: Payment | null
  back: BookingView['back']
  locale: string
  clock: Clock
  /** Takes the focus when what had it is gone. */
  headingRef: Ref<HTMLHeadingElement>
}

/** Says how it stands, and says it again aloud whenever that changes. */
export function BookingStatus(props: BookingStatusProps) {
  const { phase, booking, payment, back, locale, clock, headingRef } = props
  const { kind, title, text } = phaseWords[phase]
  const refund = toRefundWords(payment?.status, toPrice(payment?.amount ?? toTotal(booking), locale))
  return (
    <>
      <Notices>
        <Notice kind={kind}>
          <h2 className={styles.title} ref={headingRef} tabIndex={-1}>
            {title}
          </h2>
          <p>{text}</p>
          {refund && <p suppressHydrationWarning>{refund}</p>}
        </Notice>
      </Notices>
      {isPayable(phase) && <Hint payment={payment} back={back} />}
      {booking.status === 'held' && phase !== 'on-its-way' && (
        <p>
          <Countdown until={booking.expiresAt} clock={clock} over="Time is up; the seats are going back" />
        </p>
      )}
    </>
  )
}

const isPayable = (phase: Phase) => phase === 'held' || phase === 'checkout'

/** How the last try ended, where there may be another. */
function Hint({ payment, back }: Pick<BookingStatusProps, 'payment' | 'back'>) {
  return (
    <Notices>
      {payment?.declined ? (
        <Notice kind="loss">{toDeclinedWords(payment.declined)}</Notice>
      ) : (
        back === 'left' && <p className={styles.soft}>{LEFT}</p>
      )}
    </Notices>
  )
}
