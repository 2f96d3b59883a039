import type { Step } from '@fernweh/kit/browser/intention'
import type { ReactNode } from 'react'
import { invalidWords } from './words.ts'

/** Words for a refusal, beside the field it is about where there is one. */
export type RefusalWords = { words: ReactNode; field?: never } | { words: string; field: string }

/** Where a form stands, as its fields show it. */
export interface FormView {
  busy: boolean
  refusal: string | null
  /** Words for what belongs to no field. */
  words: ReactNode
  fault: unknown
  errorOf(field: string): string | undefined
}

export function toView(step: Step<unknown, unknown, string>, refusals: Record<string, RefusalWords>): FormView {
  const refusal = step.name === 'refused' ? step.refusal : null
  const refused = refusal === null ? undefined : refusals[refusal]
  const fault = step.name === 'unsure' ? step.fault : null
  const errors = refused?.field ? { [refused.field]: refused.words } : toErrors(fault)
  return {
    busy: step.name === 'sent',
    refusal,
    words: refused && !refused.field ? refused.words : null,
    fault: Object.keys(errors).length === 0 ? fault : null,
    errorOf: (field) => errors[field],
  }
}

/** Read by shape: an error made in another bundle is an instance of another class. */
function toErrors(fault: unknown): Record<string, string> {
  const { invalid = [] } = Object(fault) as { invalid?: { field: string }[] }
  return Object.fromEntries(invalid.flatMap(({ field }) => (invalidWords[field] ? [[field, invalidWords[field]]] : [])))
}
