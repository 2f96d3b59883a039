import type { enter } from '@fernweh/contracts/api/entrance'
import type { SignInData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { MailField } from '../../fields/MailField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { TOO_MANY_TRIES, toFieldError } from '../../forms/words.ts'

const wrong = { 'wrong-mail-or-password': 'This mail address and this password do not belong together. Check both.' }

export function SignInForm({ data: { next, typed }, ...part }: PartProps<SignInData>) {
  const form = useForm<typeof enter>(part, 'POST /sign-in', { id: 'sign-in', onDone: goOn })
  return (
    <Form form={form} id="sign-in" page={`/sign-in?next=${encodeURIComponent(next)}`} hidden={{ next }}>
      <FormTrouble form={form} refusals={{ 'too-many-tries': TOO_MANY_TRIES }} />
      <MailField id="sign-in-mail" typed={typed.mail} error={toFieldError(form, 'mail')} />
      <PasswordField
        id="sign-in-password"
        name="password"
        label="Password"
        error={toFieldError(form, 'password', wrong)}
      />
      <Button type="submit" kind="action" busy={form.busy}>
        Sign in
      </Button>
    </Form>
  )
}
