import type { cancelBooking } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { IntentionForm } from '@fernweh/kit/browser/intention-form'
import { useIntention } from '@fernweh/kit/browser/use-intention'
import { Button } from '@fernweh/ui/Button'
import { toPrice } from '@fernweh/ui/Price'
import { IntentionOutcome } from '../../IntentionOutcome.tsx'
import { toSeats, toTotal } from '../../words.ts'
import styles from './CancelBooking.module.css'

interface CancelBookingProps extends Pick<PartProps<unknown>, 'host' | 'intention' | 'outcome'> {
  booking: Booking
  page: string
  onCancelled: (booking: Booking) => void
}

const refusalWords: Record<RefusalOf<typeof cancelBooking>, string> = {
  'no-such-booking': 'We cannot find this booking. It may belong to another account.',
  'not-confirmed': 'This booking was cancelled already, perhaps in another window.',
  'session-started': 'It has begun already, so it cannot be cancelled any more.',
}

/** Two steps, also without script: opening this, and the button in it. */
export function CancelBooking({ booking, page, host, intention: firstKey, outcome, onCancelled }: CancelBookingProps) {
  const { bookingId } = booking
  const intention = useIntention<typeof cancelBooking>(host, 'POST /bookings/:bookingId/cancel', `${firstKey}-cancel`, {
    form: 'cancel',
    outcome,
    refusals: refusalWords,
    onDone: (answer) => onCancelled(answer.booking),
  })
  const { step } = intention
  return (
    <details className={styles.cancel} open={step.name !== 'ready'}>
      <summary>Cancel this booking</summary>
      <IntentionForm
        className={styles.form}
        intention={intention}
        action={`/api/bookings/bookings/${bookingId}/cancel`}
        page={page}
        read={() => ({ params: { bookingId } })}
      >
        <p suppressHydrationWarning>
          {toSeats(booking.seats)} will go back to others, and all {toPrice(toTotal(booking), host.locale)} to you.
        </p>
        <IntentionOutcome step={step} waiting="Cancelling…" refusals={refusalWords} page={page} />
        <p>
          <Button type="submit" busy={step.name === 'sent'}>
            Cancel {toSeats(booking.seats)}
          </Button>
        </p>
      </IntentionForm>
    </details>
  )
}
