import type { FormField } from '@fernweh/kit/browser/forms/use-form'
import { Field } from '@fernweh/ui/forms/Field'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { useState } from 'react'
import { useMessages } from '../messages/use-messages.ts'
import styles from './PasswordField.module.css'

interface PasswordFieldProps extends FormField {
  /** A new one has rules, and they stand there before anything is typed. */
  isNew?: boolean
}

export function PasswordField({ name, isNew = false, ...field }: PasswordFieldProps) {
  const { t } = useMessages()
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <Field {...field} {...(isNew && { hint: t('password.rules') })}>
        {(control) => (
          <input
            {...control}
            type={shown ? 'text' : 'password'}
            name={name}
            autoComplete={isNew ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            required
            minLength={isNew ? 10 : undefined}
            maxLength={200}
          />
        )}
      </Field>
      <button
        type="button"
        className={styles.show}
        hidden={!useHydrated()}
        aria-controls={field.id}
        aria-label={t(shown ? 'password.hide-label' : 'password.show-label')}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'password.hide' : 'password.show')}
      </button>
    </div>
  )
}
