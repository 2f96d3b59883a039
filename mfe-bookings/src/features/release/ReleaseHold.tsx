import type { releaseHold } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button } from '@fernweh/ui/Button'
import { IntentionOutcome } from '../../IntentionOutcome.tsx'
import { useMessages } from '../../use-messages.ts'

interface ReleaseHoldProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  booking: Booking
  page: string
  onReleased: (booking: Booking) => void
}

const refusals: Record<RefusalOf<typeof releaseHold>, true> = { 'no-such-booking': true, 'hold-ended': true }

export function ReleaseHold({ booking, page, host, idempotencyKey: firstKey, outcome, onReleased }: ReleaseHoldProps) {
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
      <IntentionOutcome
        step={step}
        waiting={t('release.sent')}
        toRefusalWords={(refusal) => t(`release.refusal.${refusal}`)}
        page={page}
      />
    </SubmissionForm>
  )
}
