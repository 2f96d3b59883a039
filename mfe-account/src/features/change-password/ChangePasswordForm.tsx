import type { changePassword } from '@fernweh/contracts/api/accounts'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { TOO_COMMON, TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': { words: TOO_MANY_TRIES },
  'wrong-password': { field: 'current', words: 'This is not your current password. It stays as it was.' },
  'password-too-common': { field: 'next', words: TOO_COMMON },
}

interface ChangePasswordFormProps extends Omit<PartProps<unknown>, 'data'> {
  mail: string | null
  changed: boolean
  onChanged: () => void
}

export function ChangePasswordForm({ mail, changed, onChanged, ...part }: ChangePasswordFormProps) {
  const form = useForm<typeof changePassword>(part, 'POST /password', { id: 'password', refusals, onDone: onChanged })
  return (
    <Form form={form} page="/account">
      <FormTrouble form={form} next="/account" />
      {/* Password managers look for the name beside the password. */}
      <input type="hidden" autoComplete="username" value={mail ?? ''} readOnly />
      <PasswordField id="password-current" name="current" label="Current password" error={form.errorOf('current')} />
      <PasswordField id="password-next" name="next" label="New password" isNew error={form.errorOf('next')} />
      <Notices>
        {changed && <Notice kind="calm">Your password is changed. Every other sign-in has ended.</Notice>}
      </Notices>
      <Button type="submit" busy={form.busy}>
        Change password
      </Button>
    </Form>
  )
}
