import type { cancelBooking } from '@fernweh/contracts/api/bookings'
import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Form } from '@fernweh/kit/browser/forms/form'
import { type FormFragment, useForm } from '@fernweh/kit/browser/forms/use-form'
import { FormStatus } from '@fernweh/ui/feedback/FormStatus'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { Button } from '@fernweh/ui/forms/Button'
import { Disclosure } from '@fernweh/ui/layout/Disclosure'
import { toTotalPrice } from '../../booking/total-price.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './CancelBookingForm.module.css'

interface CancelBookingFormProps extends FormFragment {
  booking: Booking
  page: string
  onCancelled: (booking: Booking) => void
}

/** Takes two steps, also without script: open the disclosure, then press its button. */
export function CancelBookingForm({ booking, page, onCancelled, ...fragment }: CancelBookingFormProps) {
  const { bookingId, seats } = booking
  const { t, locale } = useMessages()
  const price = toTotalPrice(booking)
  const form = useForm<typeof cancelBooking>(fragment, 'POST /bookings/:bookingId/cancel', {
    id: 'cancel',
    page,
    params: { bookingId },
    refusals: {
      'no-such-booking': t('cancel.refusal.no-such-booking'),
      'not-confirmed': t('cancel.refusal.not-confirmed'),
      'session-started': t('cancel.refusal.session-started'),
    },
    onDone: (answer) => onCancelled(answer.booking),
  })
  return (
    <Disclosure summary={t('cancel.summary')} open={form.step.name !== 'ready'}>
      <Form form={form} className={styles.form}>
        <p suppressHydrationWarning>
          {price.amount === 0
            ? t('cancel.consequence-free', { seats })
            : t('cancel.consequence', { seats, price: formatMoney(price, locale) })}
        </p>
        <FormStatus form={form} pending={<Notice kind="wait">{t('cancel.sent')}</Notice>} />
        <p>
          <Button type="submit" busy={form.busy}>
            {t('cancel.button', { seats })}
          </Button>
        </p>
      </Form>
    </Disclosure>
  )
}
