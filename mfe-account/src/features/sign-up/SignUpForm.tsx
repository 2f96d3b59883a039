import type { signUp } from '@fernweh/contracts/api/accounts'
import type { SignUpData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Field } from '@fernweh/ui/Field'
import { MailField } from '../../fields/MailField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { TOO_COMMON, TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': { words: TOO_MANY_TRIES },
  'password-too-common': { field: 'password', words: TOO_COMMON },
}

interface SignUpFormProps extends PartProps<SignUpData> {
  onSent: () => void
}

export function SignUpForm({ data: { next, typed }, onSent, ...part }: SignUpFormProps) {
  const form = useForm<typeof signUp>(part, 'POST /sign-ups', { id: 'sign-up', refusals, onDone: onSent })
  const page = `/sign-up?next=${encodeURIComponent(next)}`
  return (
    <Form form={form} page={page} hidden={{ locale: part.host.locale, next }}>
      <FormTrouble form={form} />
      <Field id="sign-up-name" label="Name" hint="Shown beside your reviews." error={form.errorOf('name')}>
        {(control) => (
          <input {...control} name="name" defaultValue={typed.name} autoComplete="name" required maxLength={80} />
        )}
      </Field>
      <MailField id="sign-up-mail" typed={typed.mail} error={form.errorOf('mail')} />
      <PasswordField id="sign-up-password" name="password" label="Password" isNew error={form.errorOf('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        Make my account
      </Button>
    </Form>
  )
}
