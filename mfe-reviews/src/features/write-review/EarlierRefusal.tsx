import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { FORM_ID, useRefusals } from './use-refusals.ts'

/** Shows the refusal of a form sent without script where the page has no form any more, such as after a review in another tab. */
export function EarlierRefusal({ outcome }: { outcome: FormOutcome | null }) {
  const refusals: Partial<Record<string, string>> = useRefusals()
  const { form, refused = '' } = outcome ?? {}
  const isKnown = form === FORM_ID && Object.hasOwn(refusals, refused)
  return isKnown && <Notice kind="loss">{refusals[refused]}</Notice>
}
