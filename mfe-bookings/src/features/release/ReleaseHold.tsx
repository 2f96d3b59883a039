import type { releaseHold } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { IntentionForm } from '@fernweh/kit/browser/intention-form'
import { useIntention } from '@fernweh/kit/browser/use-intention'
import { Button } from '@fernweh/ui/Button'
import { IntentionOutcome } from '../../IntentionOutcome.tsx'
import { useWords } from '../../words.ts'

interface ReleaseHoldProps extends Pick<PartProps<unknown>, 'host' | 'intention' | 'outcome'> {
  booking: Booking
  page: string
  onReleased: (booking: Booking) => void
}

const refusals: Record<RefusalOf<typeof releaseHold>, true> = { 'no-such-booking': true, 'hold-ended': true }

export function ReleaseHold({ booking, page, host, intention: firstKey, outcome, onReleased }: ReleaseHoldProps) {
  const { bookingId, seats } = booking
  const { t } = useWords()
  const form = `release-${bookingId}`
  const intention = useIntention<typeof releaseHold>(host, 'POST /bookings/:bookingId/release', `${firstKey}-${form}`, {
    form,
    outcome,
    refusals,
    onDone: (answer) => onReleased(answer.booking),
  })
  const { step } = intention
  return (
    <IntentionForm
      intention={intention}
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
    </IntentionForm>
  )
}
