import type { AnswerOf, RefusalOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button, ButtonLink } from '@fernweh/ui/forms/Button'
import { toTotalPrice } from '../../booking/total-price.ts'
import { SubmissionStatus } from '../../forms/SubmissionStatus.tsx'
import { useMessages } from '../../messages/use-messages.ts'

interface PayBookingFormProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  booking: Booking
  page: string
  /** Shows the payment in place; without it the booking's page is opened. */
  onAnswer?: (payment: AnswerOf<typeof payBooking>['payment']) => void
}

const refusals: Record<RefusalOf<typeof payBooking>, true> = {
  'no-such-booking': true,
  'hold-ended': true,
  'already-paid': true,
}

/** Leads to the payment provider's page, or to the booking's page while the checkout is being opened. */
export function PayBookingForm({
  booking,
  page,
  host,
  idempotencyKey: firstKey,
  outcome,
  onAnswer,
}: PayBookingFormProps) {
  const { bookingId } = booking
  const { t, locale } = useMessages()
  const form = `pay-${bookingId}`
  const submission = useSubmission<typeof payBooking>(host, 'POST /bookings/:bookingId/pay', `${firstKey}-${form}`, {
    form,
    outcome,
    refusals,
    onDone({ payment }) {
      onAnswer?.(payment)
      if (payment.data.url !== null) location.assign(payment.data.url)
      else if (!onAnswer) location.assign(`/bookings/${bookingId}`)
    },
  })
  const { step } = submission
  const url = step.name === 'done' ? step.answer.payment.data.url : null
  if (url !== null) return <CheckoutLink url={url} />
  return (
    <SubmissionForm
      submission={submission}
      action={`/api/bookings/bookings/${bookingId}/pay`}
      page={page}
      read={() => ({ params: { bookingId } })}
    >
      <Button type="submit" kind="action" busy={step.name === 'sent'}>
        <span suppressHydrationWarning>{t('pay.button', { price: formatMoney(toTotalPrice(booking), locale) })}</span>
      </Button>
      <SubmissionStatus
        step={step}
        pendingText={t('pay.sent')}
        toRefusalText={(refusal) => t(`pay.refusal.${refusal}`)}
        page={page}
      />
    </SubmissionForm>
  )
}

/** Link to an open checkout, also for travellers who went back from it. */
export function CheckoutLink({ url }: { url: string }) {
  const { t } = useMessages()
  return (
    <ButtonLink kind="action" href={url}>
      {t('pay.continue')}
    </ButtonLink>
  )
}
