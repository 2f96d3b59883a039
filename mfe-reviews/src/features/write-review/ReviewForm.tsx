import type { MyReview, VisitToReview, writeReview } from '@fernweh/contracts/api/reviews'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { type SubmissionStepOf, useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button } from '@fernweh/ui/forms/Button'
import { Field } from '@fernweh/ui/forms/Field'
import { RatingField } from '@fernweh/ui/forms/RatingField'
import { useMessages } from '../../use-messages.ts'
import styles from './ReviewForm.module.css'
import { ReviewOutcome } from './ReviewOutcome.tsx'
import { FORM, refusals } from './refusals.ts'

export interface ReviewFormProps extends Pick<FragmentProps<unknown>, 'host' | 'idempotencyKey' | 'outcome'> {
  visit: VisitToReview
  /** Path and query of the page it stands on. */
  page: string
  onSent: (mine: MyReview) => void
}

export function ReviewForm({ visit, page, host, idempotencyKey: firstKey, outcome, onSent }: ReviewFormProps) {
  const { bookingId, experienceId } = visit
  const { t } = useMessages()
  const submission = useSubmission<typeof writeReview>(host, 'POST /bookings/:bookingId/review', firstKey, {
    outcome,
    form: FORM,
    refusals,
    onDone({ mine }) {
      onSent(mine)
      host.bus.emit('reviews:review-sent', { experienceId, rating: mine.review.rating })
    },
  })
  const { step } = submission

  return (
    <SubmissionForm
      submission={submission}
      action={`/api/reviews/bookings/${bookingId}/review`}
      page={page}
      read={(fields) => ({ params: { bookingId }, body: toReview(fields) })}
      className={styles.form}
      aria-labelledby="reviews-write"
    >
      <h3 id="reviews-write">{t('write.heading')}</h3>
      <RatingField
        name="rating"
        legend={t('write.rating')}
        words={[t('write.stars-1'), t('write.stars-2'), t('write.stars-3'), t('write.stars-4'), t('write.stars-5')]}
        error={isInvalid(step, 'rating') ? t('write.invalid.rating') : undefined}
      />
      <Field
        id="reviews-text"
        label={t('write.text')}
        hint={t('write.text-hint')}
        error={isInvalid(step, 'text') ? t('write.invalid.text') : undefined}
      >
        {(control) => <textarea {...control} name="text" rows={4} maxLength={4000} dir="auto" required />}
      </Field>
      <ReviewOutcome step={step} page={page} />
      <Button type="submit" kind="action" busy={step.name === 'sent'}>
        {t('write.send')}
      </Button>
    </SubmissionForm>
  )
}

function toReview(fields: FormData) {
  return { rating: Number(fields.get('rating')), text: String(fields.get('text')).trim() }
}

function isInvalid(step: SubmissionStepOf<typeof writeReview>, field: string): boolean {
  if (step.name !== 'unsure') return false
  const { invalid = [] } = Object(step.fault) as { invalid?: { field: string }[] }
  return invalid.some((wrong) => wrong.field === field)
}
