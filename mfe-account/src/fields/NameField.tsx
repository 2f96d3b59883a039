import type { FormField } from '@fernweh/kit/browser/forms/use-form'
import { Field } from '@fernweh/ui/forms/Field'
import { useMessages } from '../messages/use-messages.ts'

interface NameFieldProps extends FormField {
  typed?: string | undefined
}

export function NameField({ name, typed, ...field }: NameFieldProps) {
  const { t } = useMessages()
  return (
    <Field {...field} hint={t('form.name-hint')}>
      {(control) => (
        <input {...control} name={name} defaultValue={typed} autoComplete="name" dir="auto" required maxLength={80} />
      )}
    </Field>
  )
}
