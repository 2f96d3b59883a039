import type { writeReview } from '@fernweh/contracts/api/reviews'
import type { Outcome } from '@fernweh/contracts/browser/outcome'
import type { StepOf } from '@fernweh/kit/browser/use-intention'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { Trouble } from '@fernweh/ui/Trouble'
import { useWords } from '../../words.ts'
import { FORM, isRefusal } from './refusals.ts'
import { toSignInHref } from './sign-in-href.ts'

export function ReviewOutcome({ step, page }: { step: StepOf<typeof writeReview>; page: string }) {
  const { t } = useWords()
  return (
    <Notices>
      {step.name === 'sent' && <Notice kind="wait">{t('write.sent')}</Notice>}
      {step.name === 'refused' && <Notice kind="loss">{t(`write.refusal.${step.refusal}`)}</Notice>}
      {step.name === 'unsure' && <Trouble fault={step.fault} signInHref={toSignInHref(page)} />}
    </Notices>
  )
}

/** A native form came back refused to a page that has no form any more: somebody else took its place, or another tab. */
export function RefusedBefore({ outcome }: { outcome: Outcome | null }) {
  const { t } = useWords()
  if (outcome?.form !== FORM || !isRefusal(outcome.refused)) return null
  return <Notice kind="loss">{t(`write.refusal.${outcome.refused}`)}</Notice>
}
