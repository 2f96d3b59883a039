import type { changePassword } from '@fernweh/contracts/api/accounts'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { TOO_COMMON, TOO_MANY_TRIES, toFieldError } from '../../forms/words.ts'

interface ChangePasswordFormProps extends Omit<PartProps<unknown>, 'data'> {
  mail: string | null
  changed: boolean
  onChanged: () => void
}

export function ChangePasswordForm({ mail, changed, onChanged, ...part }: ChangePasswordFormProps) {
  const form = useForm<typeof changePassword>(part, 'POST /password', { id: 'password', onDone: onChanged })
  const notCurrent = { 'wrong-password': 'This is not your current password. It stays as it was.' }
  return (
    <Form form={form} id="password" page="/account">
      <FormTrouble form={form} refusals={{ 'too-many-tries': TOO_MANY_TRIES }} signInHref="/sign-in?next=/account" />
      {/* Password managers look for the name beside the password. */}
      <input type="hidden" autoComplete="username" value={mail ?? ''} readOnly />
      <PasswordField
        id="password-current"
        name="current"
        label="Current password"
        error={toFieldError(form, 'current', notCurrent)}
      />
      <PasswordField
        id="password-next"
        name="next"
        label="New password"
        isNew
        error={toFieldError(form, 'next', { 'password-too-common': TOO_COMMON })}
      />
      <Notices>
        {changed && <Notice kind="calm">Your password is changed. Every other sign-in has ended.</Notice>}
      </Notices>
      <Button type="submit" busy={form.busy}>
        Change password
      </Button>
    </Form>
  )
}
