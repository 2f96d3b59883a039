import { Field } from '@fernweh/ui/Field'

interface MailFieldProps {
  id: string
  typed?: string | undefined
  error?: string | undefined
}

/** The address is the name one signs in by, and password managers know it as that. */
export function MailField({ id, typed, error }: MailFieldProps) {
  return (
    <Field id={id} label="Mail address" error={error}>
      {(control) => (
        <input
          {...control}
          type="email"
          name="mail"
          defaultValue={typed}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={254}
        />
      )}
    </Field>
  )
}
