import type { enter } from '@fernweh/contracts/api/entrance'
import type { SignInData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { MailField } from '../../fields/MailField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': { words: TOO_MANY_TRIES },
  'wrong-mail-or-password': {
    field: 'password',
    words: 'This mail address and this password do not belong together. Check both.',
  },
}

export function SignInForm({ data: { next, typed }, ...part }: PartProps<SignInData>) {
  const form = useForm<typeof enter>(part, 'POST /sign-in', { id: 'sign-in', refusals, onDone: goOn })
  return (
    <Form form={form} page={`/sign-in?next=${encodeURIComponent(next)}`} hidden={{ next }}>
      <FormTrouble form={form} next={next} />
      <MailField id="sign-in-mail" typed={typed.mail} error={form.errorOf('mail')} />
      <PasswordField id="sign-in-password" name="password" label="Password" error={form.errorOf('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        Sign in
      </Button>
    </Form>
  )
}
