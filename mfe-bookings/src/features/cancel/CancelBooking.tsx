import type { cancelBooking } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button } from '@fernweh/ui/Button'
import { Disclosure } from '@fernweh/ui/Disclosure'
import { toPrice } from '@fernweh/ui/Price'
import { IntentionOutcome } from '../../IntentionOutcome.tsx'
import { toTotal } from '../../total.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './CancelBooking.module.css'

interface CancelBookingProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  booking: Booking
  page: string
  onCancelled: (booking: Booking) => void
}

const refusals: Record<RefusalOf<typeof cancelBooking>, true> = {
  'no-such-booking': true,
  'not-confirmed': true,
  'session-started': true,
}

/** Two steps, also without script: opening this, and the button in it. */
export function CancelBooking({
  booking,
  page,
  host,
  idempotencyKey: firstKey,
  outcome,
  onCancelled,
}: CancelBookingProps) {
  const { bookingId, seats } = booking
  const { t, locale } = useMessages()
  const submission = useSubmission<typeof cancelBooking>(
    host,
    'POST /bookings/:bookingId/cancel',
    `${firstKey}-cancel`,
    {
      form: 'cancel',
      outcome,
      refusals,
      onDone: (answer) => onCancelled(answer.booking),
    },
  )
  const { step } = submission
  return (
    <Disclosure summary={t('cancel.summary')} open={step.name !== 'ready'}>
      <SubmissionForm
        className={styles.form}
        submission={submission}
        action={`/api/bookings/bookings/${bookingId}/cancel`}
        page={page}
        read={() => ({ params: { bookingId } })}
      >
        <p suppressHydrationWarning>{t('cancel.consequence', { seats, price: toPrice(toTotal(booking), locale) })}</p>
        <IntentionOutcome
          step={step}
          waiting={t('cancel.sent')}
          toRefusalWords={(refusal) => t(`cancel.refusal.${refusal}`)}
          page={page}
        />
        <p>
          <Button type="submit" busy={step.name === 'sent'}>
            {t('cancel.button', { seats })}
          </Button>
        </p>
      </SubmissionForm>
    </Disclosure>
  )
}
