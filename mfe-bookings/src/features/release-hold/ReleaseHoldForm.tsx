import type { releaseHold } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button } from '@fernweh/ui/forms/Button'
import { SubmissionStatus } from '../../forms/SubmissionStatus.tsx'
import { useMessages } from '../../messages/use-messages.ts'

interface ReleaseHoldFormProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  booking: Booking
  page: string
  onReleased: (booking: Booking) => void
}

const refusals: Record<RefusalOf<typeof releaseHold>, true> = { 'no-such-booking': true, 'hold-ended': true }

export function ReleaseHoldForm({
  booking,
  page,
  host,
  idempotencyKey: firstKey,
  outcome,
  onReleased,
}: ReleaseHoldFormProps) {
  const { bookingId, seats } = booking
  const { t } = useMessages()
  const form = `release-${bookingId}`
  const submission = useSubmission<typeof releaseHold>(
    host,
    'POST /bookings/:bookingId/release',
    `${firstKey}-${form}`,
    {
      form,
      outcome,
      refusals,
      onDone: (answer) => onReleased(answer.booking),
    },
  )
  const { step } = submission
  return (
    <SubmissionForm
      submission={submission}
      action={`/api/bookings/bookings/${bookingId}/release`}
      page={page}
      read={() => ({ params: { bookingId } })}
    >
      <Button type="submit" busy={step.name === 'sent'}>
        {t('release.button', { seats })}
      </Button>
      <SubmissionStatus
        step={step}
        pendingText={t('release.sent')}
        toRefusalText={(refusal) => t(`release.refusal.${refusal}`)}
        page={page}
      />
    </SubmissionForm>
  )
}
