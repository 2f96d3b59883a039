import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { FormView } from '@fernweh/kit/browser/forms/form-view'
import type { FormField } from '@fernweh/kit/browser/forms/use-form'
import { ErrorNotice } from '@fernweh/ui/feedback/ErrorNotice'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import styles from './FormError.module.css'

interface FormErrorProps {
  form: FormView & { id: string; wrong: FormField[] }
  /** Page to come back to after signing in again. */
  next?: string
  /** Further errors. */
  children?: ReactNode
}

/** Summary of a form's errors, shown above it until the form is sent again. */
export function FormError({ form: { id, message, fault, wrong }, next = '/', children = null }: FormErrorProps) {
  const { t } = useMessages()
  if (message === null && fault === null && wrong.length === 0 && children === null) return null
  return (
    <Focused id={`${id}-form-error`}>
      {children}
      {message !== null && <Notice kind="loss">{typeof message === 'string' ? <p>{message}</p> : message}</Notice>}
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

/** Takes the focus when it appears, so that it is read out and Tab leads to the fields. */
function Focused({ id, children }: { id: string; children: ReactNode }) {
  const group = useRef<HTMLDivElement>(null)
  useEffect(() => group.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, and these are words
    <div ref={group} id={id} role="group" aria-labelledby={`${id}-text`} tabIndex={-1}>
      <div id={`${id}-text`}>{children}</div>
    </div>
  )
}
