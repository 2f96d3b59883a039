import { Notice, Notices } from '@fernweh/ui/Notice'
import { Trouble } from '@fernweh/ui/Trouble'
import type { FormView } from './form-view.ts'

interface FormTroubleProps {
  form: FormView
  /** Where one comes back to after signing in again. */
  next?: string
}

/** What stands in the way and belongs to no field: a refusal, or something that went wrong on the way. */
export function FormTrouble({ form: { words, fault }, next = '/' }: FormTroubleProps) {
  return (
    <Notices>
      {words !== null && (
        <Notice kind="loss">
          <p>{words}</p>
        </Notice>
      )}
      {fault !== null && <Trouble fault={fault} signInHref={`/sign-in?next=${encodeURIComponent(next)}`} />}
    </Notices>
  )
}
