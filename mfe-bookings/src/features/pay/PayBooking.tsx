import type { AnswerOf, RefusalOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button, ButtonLink } from '@fernweh/ui/Button'
import { toPrice } from '@fernweh/ui/Price'
import { IntentionOutcome } from '../../IntentionOutcome.tsx'
import { toTotal } from '../../total.ts'
import { useMessages } from '../../use-messages.ts'

interface PayBookingProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  booking: Booking
  page: string
  /** Where the payment is shown; elsewhere the booking's page is opened. */
  onAnswer?: (payment: AnswerOf<typeof payBooking>['payment']) => void
}

const refusals: Record<RefusalOf<typeof payBooking>, true> = {
  'no-such-booking': true,
  'hold-ended': true,
  'already-paid': true,
}

/** Leads to the provider's page; if that opens later, the booking's page says when. */
export function PayBooking({ booking, page, host, idempotencyKey: firstKey, outcome, onAnswer }: PayBookingProps) {
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
        <span suppressHydrationWarning>{t('pay.button', { price: toPrice(toTotal(booking), locale) })}</span>
      </Button>
      <IntentionOutcome
        step={step}
        waiting={t('pay.sent')}
        toRefusalWords={(refusal) => t(`pay.refusal.${refusal}`)}
        page={page}
      />
    </SubmissionForm>
  )
}

/** A checkout that is open waits for its traveller, also for one who went back. */
export function CheckoutLink({ url }: { url: string }) {
  const { t } = useMessages()
  return (
    <ButtonLink kind="action" href={url}>
      {t('pay.continue')}
    </ButtonLink>
  )
}
