import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import { ErrorNotice } from '@fernweh/ui/feedback/ErrorNotice'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '../use-messages.ts'
import styles from './FormTrouble.module.css'
import type { FormView } from './form-view.ts'
import type { FieldOfForm } from './use-form.ts'

interface FormTroubleProps {
  form: FormView & { id: string; wrong: FieldOfForm[] }
  /** Where one comes back to after signing in again. */
  next?: string
  /** What else stands in the way. */
  children?: ReactNode
}

/** What stands in a form's way, above it. While the form is on its way again, nothing does. */
export function FormTrouble({ form: { id, words, fault, wrong }, next = '/', children = null }: FormTroubleProps) {
  const { t } = useMessages()
  if (words === null && fault === null && wrong.length === 0 && children === null) return null
  return (
    <Focused id={`${id}-trouble`}>
      {children}
      {words !== null && <Notice kind="loss">{words}</Notice>}
      {fault !== null && <ErrorNotice fault={fault} signInHref={toSignInPath(next)} />}
      {wrong.length > 0 && (
        <Notice kind="loss">
          <p>{t('form.check-fields')}</p>
          <ul className={styles.wrong}>
            {wrong.map((field) => (
              <li key={field.id}>
                <a href={`#${field.id}`}>{field.label}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Focused>
  )
}

/** Gets the focus when it appears, so that it is read, and the next step leads to the fields. */
function Focused({ id, children }: { id: string; children: ReactNode }) {
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and these are words
    <div ref={group} id={id} role="group" aria-labelledby={`${id}-words`} tabIndex={-1}>
      <div id={`${id}-words`}>{children}</div>
    </div>
  )
}
