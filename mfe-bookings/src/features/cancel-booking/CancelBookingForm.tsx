import type { cancelBooking } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button } from '@fernweh/ui/forms/Button'
import { Disclosure } from '@fernweh/ui/layout/Disclosure'
import { toTotalPrice } from '../../booking/total-price.ts'
import { SubmissionStatus } from '../../forms/SubmissionStatus.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './CancelBookingForm.module.css'

interface CancelBookingFormProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  booking: Booking
  page: string
  onCancelled: (booking: Booking) => void
}

const refusals: Record<RefusalOf<typeof cancelBooking>, true> = {
  'no-such-booking': true,
  'not-confirmed': true,
  'session-started': true,
}

/** Takes two steps, also without script: open the disclosure, then press its button. */
export function CancelBookingForm({
  booking,
  page,
  host,
  idempotencyKey: firstKey,
  outcome,
  onCancelled,
}: CancelBookingFormProps) {
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
        <p suppressHydrationWarning>
          {t('cancel.consequence', { seats, price: formatMoney(toTotalPrice(booking), locale) })}
        </p>
        <SubmissionStatus
          step={step}
          pendingText={t('cancel.sent')}
          toRefusalText={(refusal) => t(`cancel.refusal.${refusal}`)}
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
