import type { SubmissionStep } from '@fernweh/kit/browser/submission'
import type { ReactNode } from 'react'

/** Words for a refusal, beside the field it is about where there is one. */
export type RefusalWords = { words: ReactNode; field?: never } | { words: string; field: string }

/** Where a form stands, as its fields show it. */
export interface FormView {
  busy: boolean
  refusal: string | null
  /** Words for what belongs to no field. */
  words: ReactNode
  fault: unknown
  /** Words by field, for what belongs to one. */
  errors: Record<string, string>
}

interface Known {
  refusals: Record<string, RefusalWords>
  /** What each field should be, when it is not. */
  invalid: Record<string, string>
}

export function toView(step: SubmissionStep<unknown, unknown, string>, { refusals, invalid }: Known): FormView {
  const refusal = step.name === 'refused' ? step.refusal : null
  const refused = refusal === null ? undefined : refusals[refusal]
  const fault = step.name === 'unsure' ? step.fault : null
  const errors = refused?.field ? { [refused.field]: refused.words } : toErrors(fault, invalid)
  return {
    busy: step.name === 'sent',
    refusal,
    words: refused && !refused.field ? refused.words : null,
    fault: Object.keys(errors).length === 0 ? fault : null,
    errors,
  }
}

/** Read by shape: an error made in another bundle is an instance of another class. */
function toErrors(fault: unknown, words: Record<string, string>): Record<string, string> {
  const { invalid = [] } = Object(fault) as { invalid?: { field: string }[] }
  return Object.fromEntries(invalid.flatMap(({ field }) => (words[field] ? [[field, words[field]]] : [])))
}
