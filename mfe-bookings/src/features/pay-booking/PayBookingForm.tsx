import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { payBooking } from '@fernweh/contracts/api/payments'
import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Form } from '@fernweh/kit/browser/forms/form'
import { type FormFragment, useForm } from '@fernweh/kit/browser/forms/use-form'
import { FormStatus } from '@fernweh/ui/feedback/FormStatus'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { Button, ButtonLink } from '@fernweh/ui/forms/Button'
import { toTotalPrice } from '../../booking/total-price.ts'
import { useMessages } from '../../messages/use-messages.ts'

interface PayBookingFormProps extends FormFragment {
  booking: Booking
  page: string
  /** Shows the payment in place; without it the booking's page is opened. */
  onAnswer?: (payment: AnswerOf<typeof payBooking>['payment']) => void
}

/** Leads to the payment provider's page, or to the booking's page while the checkout is being opened or there is nothing to pay. */
export function PayBookingForm({ booking, page, onAnswer, ...fragment }: PayBookingFormProps) {
  const { bookingId } = booking
  const { t, locale } = useMessages()
  const total = toTotalPrice(booking)
  const isFree = total.amount === 0
  const form = useForm<typeof payBooking>(fragment, 'POST /bookings/:bookingId/pay', {
    id: `pay-${bookingId}`,
    page,
    params: { bookingId },
    refusals: {
      'no-such-booking': t('pay.refusal.no-such-booking'),
      'hold-ended': t('pay.refusal.hold-ended'),
      'already-paid': t('pay.refusal.already-paid'),
    },
    onDone({ payment }) {
      onAnswer?.(payment)
      if (payment.data.url !== null) location.assign(payment.data.url)
      else if (!onAnswer) location.assign(`/bookings/${bookingId}`)
    },
  })
  const { step } = form
  const url = step.name === 'done' ? step.answer.payment.data.url : null
  if (url !== null) return <CheckoutLink url={url} />
  return (
    <Form form={form}>
      <Button type="submit" kind="action" busy={form.busy}>
        <span suppressHydrationWarning>
          {isFree ? t('pay.button-free') : t('pay.button', { price: formatMoney(total, locale) })}
        </span>
      </Button>
      <FormStatus form={form} pending={<Notice kind="wait">{t(isFree ? 'pay.sent-free' : 'pay.sent')}</Notice>} />
    </Form>
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
