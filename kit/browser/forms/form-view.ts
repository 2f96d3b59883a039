import type { ReactNode } from 'react'
import type { SubmissionStep } from './submission.ts'

/** Message for a refusal, shown at a field if it is about one. */
export type RefusalMessage = string | { message: ReactNode; field?: never } | { message: string; field: string }

export interface FormView {
  busy: boolean
  refusal: string | null
  message: ReactNode
  fault: unknown
  errors: Record<string, string>
}

interface FormMessages {
  refusals: Record<string, RefusalMessage>
  invalid: Record<string, string>
}

export function toFormView(step: SubmissionStep<unknown, unknown, string>, messages: FormMessages): FormView {
  const refusal = step.name === 'refused' ? step.refusal : null
  const { message = null, field } = toParts(refusal === null ? undefined : messages.refusals[refusal])
  const fault = step.name === 'unsure' ? step.fault : null
  const errors = field === undefined ? toErrors(fault, messages.invalid) : { [field]: message as string }
  return {
    busy: step.name === 'sent',
    refusal,
    message: field === undefined ? message : null,
    fault: Object.keys(errors).length === 0 ? fault : null,
    errors,
  }
}

function toParts(refusal: RefusalMessage | undefined): { message?: ReactNode; field?: string | undefined } {
  return typeof refusal === 'string' ? { message: refusal } : (refusal ?? {})
}

/** Reads the fault by shape: a fault that was made in another bundle is an instance of another class. */
function toErrors(fault: unknown, messages: Record<string, string>): Record<string, string> {
  const { invalid = [] } = Object(fault) as { invalid?: { field: string }[] }
  return Object.fromEntries(invalid.flatMap(({ field }) => (messages[field] ? [[field, messages[field]]] : [])))
}
