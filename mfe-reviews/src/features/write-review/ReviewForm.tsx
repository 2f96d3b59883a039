import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Host } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Field } from '@fernweh/ui/Field'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { RatingField } from '@fernweh/ui/RatingField'
import { Trouble } from '@fernweh/ui/Trouble'
import type { FormEvent } from 'react'
import styles from './ReviewForm.module.css'
import { type SendState, toRefusalWords } from './send-state.ts'
import { useSend } from './use-send.ts'

const WORDS = ['Poor', 'Fair', 'Good', 'Very good', 'Wonderful'] as const

interface ReviewFormProps {
  experienceId: string
  host: Host
  signInHref: string
  onSent: (mine: MyReview) => void
}

export function ReviewForm({ experienceId, host, signInHref, onSent }: ReviewFormProps) {
  const { step, send } = useSend(host, experienceId, onSent)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void send({ rating: Number(form.get('rating')), text: String(form.get('text')).trim() })
  }

  return (
    <form className={styles.form} onSubmit={submit} aria-labelledby="reviews-write">
      <h3 id="reviews-write">Write a review</h3>
      <RatingField name="rating" legend="How was it?" words={WORDS} />
      <Field id="reviews-text" label="In your words" hint="What would you tell a friend before they go?">
        {(control) => <textarea {...control} name="text" rows={4} maxLength={4000} required />}
      </Field>
      <Outcome step={step} signInHref={signInHref} />
      <Button type="submit" needsScript busy={step.name === 'sent'}>
        Send review
      </Button>
    </form>
  )
}

function Outcome({ step, signInHref }: { step: SendState['step']; signInHref: string }) {
  return (
    <Notices>
      {step.name === 'sent' && <Notice kind="wait">Sending your review…</Notice>}
      {step.name === 'refused' && <Notice kind="loss">{toRefusalWords(step.refusal)}</Notice>}
      {step.name === 'unsure' && <Trouble fault={step.fault} signInHref={signInHref} />}
    </Notices>
  )
}
