import type { SubmissionStep } from '@fernweh/kit/browser/submission'
import { ErrorNotice } from '@fernweh/ui/ErrorNotice'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { toSignInHref } from './sign-in-href.ts'

interface IntentionOutcomeProps<Refusal extends string> {
  step: SubmissionStep<unknown, unknown, Refusal>
  /** Said while it is on its way. */
  waiting: string
  /** Why it was decided against, and what was kept. */
  toRefusalWords: (refusal: Refusal) => string
  /** Where to come back to after signing in. */
  page: string
}

/** Says where an intention stands: sent, decided against, or unknown. What was done shows by itself. */
export function IntentionOutcome<Refusal extends string>(props: IntentionOutcomeProps<Refusal>) {
  const { step, waiting, toRefusalWords, page } = props
  return (
    <Notices>
      {step.name === 'sent' && <Notice kind="wait">{waiting}</Notice>}
      {step.name === 'refused' && <Notice kind="loss">{toRefusalWords(step.refusal)}</Notice>}
      {step.name === 'unsure' && <ErrorNotice fault={step.fault} signInHref={toSignInHref(page)} />}
    </Notices>
  )
}
