import type { MyReview, VisitToReview, writeReview } from '@fernweh/contracts/api/reviews'
import { Form } from '@fernweh/kit/browser/forms/form'
import { type FormFragment, useForm } from '@fernweh/kit/browser/forms/use-form'
import { FormStatus } from '@fernweh/ui/feedback/FormStatus'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { Button } from '@fernweh/ui/forms/Button'
import { Field } from '@fernweh/ui/forms/Field'
import { RatingField } from '@fernweh/ui/forms/RatingField'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './ReviewForm.module.css'
import { FORM_ID, useRefusals } from './use-refusals.ts'

export interface ReviewFormProps extends Pick<TeamFragmentProps<unknown>, keyof FormFragment> {
  visit: VisitToReview
  /** Path and query of the page it stands on. */
  page: string
  onSent: (mine: MyReview) => void
}

export function ReviewForm({ visit, page, onSent, ...fragment }: ReviewFormProps) {
  const { bookingId, experienceId } = visit
  const { t } = useMessages()
  const form = useForm<typeof writeReview>(fragment, 'POST /bookings/:bookingId/review', {
    id: FORM_ID,
    page,
    params: { bookingId },
    refusals: useRefusals(),
    invalid: { rating: t('write.invalid.rating'), text: t('write.invalid.text') },
    toBody: toReview,
    onDone({ mine }) {
      onSent(mine)
      fragment.host.bus.emit('reviews:review-sent', { experienceId, rating: mine.review.rating })
    },
  })
  return (
    <Form form={form} className={styles.form} aria-labelledby="reviews-write">
      <h3 id="reviews-write">{t('write.heading')}</h3>
      <RatingField
        name="rating"
        legend={t('write.rating')}
        words={[t('write.stars-1'), t('write.stars-2'), t('write.stars-3'), t('write.stars-4'), t('write.stars-5')]}
        error={form.field('rating').error}
      />
      <Field id="reviews-text" label={t('write.text')} hint={t('write.text-hint')} error={form.field('text').error}>
        {(control) => <textarea {...control} name="text" rows={4} maxLength={4000} dir="auto" required />}
      </Field>
      <FormStatus form={form} pending={<Notice kind="wait">{t('write.sent')}</Notice>} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('write.send')}
      </Button>
    </Form>
  )
}

function toReview(fields: FormData) {
  return { rating: Number(fields.get('rating')), text: String(fields.get('text')).trim() }
}
