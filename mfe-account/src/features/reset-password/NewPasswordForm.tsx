import type { setNewPassword } from '@fernweh/contracts/api/entrance'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { TOO_COMMON, TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': { words: TOO_MANY_TRIES },
  'password-too-common': { field: 'password', words: TOO_COMMON },
  'link-out-of-date': {
    words: (
      <>
        This link was used already, or it is too old. Your password is as it was.{' '}
        <a href="/reset-password">Ask for a new link</a>.
      </>
    ),
  },
}

export function NewPasswordForm({ token, ...part }: Omit<PartProps<unknown>, 'data'> & { token: string }) {
  const form = useForm<typeof setNewPassword>(part, 'POST /reset-password/new', { id: 'new', refusals, onDone: goOn })
  return (
    <Form form={form} page={`/reset-password/new?token=${token}`} hidden={{ token }}>
      <FormTrouble form={form} />
      <PasswordField id="new-password" name="password" label="New password" isNew error={form.errorOf('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        Set my new password
      </Button>
    </Form>
  )
}
