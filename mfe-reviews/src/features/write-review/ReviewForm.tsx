import type { MyReview, Visit, writeReview } from '@fernweh/contracts/api/reviews'
import type { PartProps } from '@fernweh/kit/browser/host'
import { IntentionForm } from '@fernweh/kit/browser/intention-form'
import { useIntention } from '@fernweh/kit/browser/use-intention'
import { Button } from '@fernweh/ui/Button'
import { Field } from '@fernweh/ui/Field'
import { RatingField } from '@fernweh/ui/RatingField'
import styles from './ReviewForm.module.css'
import { ReviewOutcome } from './ReviewOutcome.tsx'
import { FORM, refusalWords } from './refusal-words.ts'

const WORDS = ['Poor', 'Fair', 'Good', 'Very good', 'Wonderful'] as const

export interface ReviewFormProps extends Pick<PartProps<unknown>, 'host' | 'intention' | 'outcome'> {
  visit: Visit
  /** Path and query of the page it stands on. */
  page: string
  onSent: (mine: MyReview) => void
}

export function ReviewForm({ visit, page, host, intention: firstKey, outcome, onSent }: ReviewFormProps) {
  const { bookingId, experienceId } = visit
  const intention = useIntention<typeof writeReview>(host, 'POST /bookings/:bookingId/review', firstKey, {
    outcome,
    form: FORM,
    refusals: refusalWords,
    onDone({ mine }) {
      onSent(mine)
      host.bus.emit('reviews:review-sent', { experienceId, rating: mine.review.rating })
    },
  })

  return (
    <IntentionForm
      intention={intention}
      action={`/api/reviews/bookings/${bookingId}/review`}
      page={page}
      read={(fields) => ({ params: { bookingId }, body: toReview(fields) })}
      className={styles.form}
      aria-labelledby="reviews-write"
    >
      <h3 id="reviews-write">Write a review</h3>
      <RatingField name="rating" legend="You have been there. How was it?" words={WORDS} />
      <Field id="reviews-text" label="In your words" hint="What would you tell a friend before they go?">
        {(control) => <textarea {...control} name="text" rows={4} maxLength={4000} required />}
      </Field>
      <ReviewOutcome step={intention.step} page={page} />
      <Button type="submit" busy={intention.step.name === 'sent'}>
        Send review
      </Button>
    </IntentionForm>
  )
}

function toReview(fields: FormData) {
  return { rating: Number(fields.get('rating')), text: String(fields.get('text')).trim() }
}
