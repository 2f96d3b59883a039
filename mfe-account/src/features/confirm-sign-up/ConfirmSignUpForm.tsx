import type { enterByMail } from '@fernweh/contracts/api/entrance'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': { words: TOO_MANY_TRIES },
  'wrong-password': {
    field: 'password',
    words: 'This is not the password you chose when you signed up. If you did not sign up, close this page.',
  },
  'link-out-of-date': {
    words: (
      <>
        This link was used already, or it is too old. <a href="/sign-in">Sign in</a>, or{' '}
        <a href="/sign-up">sign up once more</a> to get a new one.
      </>
    ),
  },
}

/** A form, because programs that look through mail follow links; with the password, because somebody else may have asked. */
export function ConfirmSignUpForm({ token, ...part }: Omit<PartProps<unknown>, 'data'> & { token: string }) {
  const form = useForm<typeof enterByMail>(part, 'POST /sign-up/confirm', { id: 'confirm', refusals, onDone: goOn })
  return (
    <Form form={form} page={`/sign-up/confirm?token=${token}`} hidden={{ token }}>
      <FormTrouble form={form} />
      <PasswordField id="confirm-password" name="password" label="Your password" error={form.errorOf('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        Open my account
      </Button>
    </Form>
  )
}
