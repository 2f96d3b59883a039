import type { releaseHold } from '@fernweh/contracts/api/bookings'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Form } from '@fernweh/kit/browser/forms/form'
import { type FormFragment, useForm } from '@fernweh/kit/browser/forms/use-form'
import { FormStatus } from '@fernweh/ui/feedback/FormStatus'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { Button } from '@fernweh/ui/forms/Button'
import { useMessages } from '../../messages/use-messages.ts'

interface ReleaseHoldFormProps extends FormFragment {
  booking: Booking
  page: string
  onReleased: (booking: Booking) => void
}

export function ReleaseHoldForm({ booking, page, onReleased, ...fragment }: ReleaseHoldFormProps) {
  const { bookingId, seats } = booking
  const { t } = useMessages()
  const form = useForm<typeof releaseHold>(fragment, 'POST /bookings/:bookingId/release', {
    id: `release-${bookingId}`,
    page,
    params: { bookingId },
    refusals: {
      'no-such-booking': t('release.refusal.no-such-booking'),
      'hold-ended': t('release.refusal.hold-ended'),
    },
    onDone: (answer) => onReleased(answer.booking),
  })
  return (
    <Form form={form}>
      <Button type="submit" busy={form.busy}>
        {t('release.button', { seats })}
      </Button>
      <FormStatus form={form} pending={<Notice kind="wait">{t('release.sent')}</Notice>} />
    </Form>
  )
}
