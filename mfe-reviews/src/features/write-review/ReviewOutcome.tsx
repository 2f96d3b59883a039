import type { writeReview } from '@fernweh/contracts/api/reviews'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SubmissionStepOf } from '@fernweh/kit/browser/use-submission'
import { ErrorNotice } from '@fernweh/ui/feedback/ErrorNotice'
import { Notice, Notices } from '@fernweh/ui/feedback/Notice'
import { useMessages } from '../../use-messages.ts'
import { FORM, isRefusal } from './refusals.ts'

export function ReviewOutcome({ step, page }: { step: SubmissionStepOf<typeof writeReview>; page: string }) {
  const { t } = useMessages()
  return (
    <Notices>
      {step.name === 'sent' && <Notice kind="wait">{t('write.sent')}</Notice>}
      {step.name === 'refused' && <Notice kind="loss">{t(`write.refusal.${step.refusal}`)}</Notice>}
      {step.name === 'unsure' && <ErrorNotice fault={step.fault} signInHref={toSignInPath(page)} />}
    </Notices>
  )
}

/** A native form came back refused to a page that has no form any more: somebody else took its place, or another tab. */
export function RefusedBefore({ outcome }: { outcome: FormOutcome | null }) {
  const { t } = useMessages()
  if (outcome?.form !== FORM || !isRefusal(outcome.refused)) return null
  return <Notice kind="loss">{t(`write.refusal.${outcome.refused}`)}</Notice>
}
