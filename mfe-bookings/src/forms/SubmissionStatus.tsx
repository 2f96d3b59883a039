import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SubmissionStep } from '@fernweh/kit/browser/submission'
import { ErrorNotice } from '@fernweh/ui/feedback/ErrorNotice'
import { Notice, Notices } from '@fernweh/ui/feedback/Notice'

interface SubmissionStatusProps<Refusal extends string> {
  step: SubmissionStep<unknown, unknown, Refusal>
  /** Shown while the request is pending. */
  pendingText: string
  /** Explains the refusal and what stayed as it was. */
  toRefusalText: (refusal: Refusal) => string
  /** Where to come back to after signing in. */
  page: string
}

/** Shows whether a submission is pending, refused or failed. A success is shown by what it changed. */
export function SubmissionStatus<Refusal extends string>(props: SubmissionStatusProps<Refusal>) {
  const { step, pendingText, toRefusalText, page } = props
  return (
    <Notices>
      {step.name === 'sent' && <Notice kind="wait">{pendingText}</Notice>}
      {step.name === 'refused' && <Notice kind="loss">{toRefusalText(step.refusal)}</Notice>}
      {step.name === 'unsure' && <ErrorNotice fault={step.fault} signInHref={toSignInPath(page)} />}
    </Notices>
  )
}
