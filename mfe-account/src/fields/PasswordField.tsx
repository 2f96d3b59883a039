import { Field } from '@fernweh/ui/Field'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { useState } from 'react'
import styles from './PasswordField.module.css'

interface PasswordFieldProps {
  id: string
  name: string
  label: string
  /** A new one has rules, and they stand there before anything is typed. */
  isNew?: boolean
  error?: string | undefined
}

const RULES = 'At least 10 characters, of any kind. A few words of your own are easy to keep and hard to guess.'

export function PasswordField({ id, name, label, isNew = false, error }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <Field id={id} label={label} error={error} {...(isNew && { hint: RULES })}>
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
        aria-controls={id}
        aria-label={`${shown ? 'Hide' : 'Show'} what is typed`}
        onClick={() => setShown(!shown)}
      >
        {shown ? 'Hide' : 'Show'}
      </button>
    </div>
  )
}
