import { Notice, Notices } from '@fernweh/ui/Notice'
import { Trouble } from '@fernweh/ui/Trouble'
import type { ReactNode } from 'react'
import type { FormView } from './use-form.ts'

interface FormTroubleProps<Refusal extends string> {
  form: FormView<Refusal>
  /** Words for the refusals that belong to no field. */
  refusals: Partial<Record<Refusal, ReactNode>>
  signInHref?: string
}

/** What stands in the way and belongs to no field: a refusal, or something that went wrong on the way. */
export function FormTrouble<Refusal extends string>({
  form: { refusal, fault },
  refusals,
  signInHref = '/sign-in',
}: FormTroubleProps<Refusal>) {
  const words = refusal === null ? undefined : refusals[refusal]
  return (
    <Notices>
      {words !== undefined && (
        <Notice kind="loss">
          <p>{words}</p>
        </Notice>
      )}
      {fault !== null && <Trouble fault={fault} signInHref={signInHref} />}
    </Notices>
  )
}
