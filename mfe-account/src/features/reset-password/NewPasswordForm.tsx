import type { setNewPassword } from '@fernweh/contracts/api/entrance'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { TOO_COMMON, TOO_MANY_TRIES, toFieldError } from '../../forms/words.ts'

const refusals = {
  'too-many-tries': TOO_MANY_TRIES,
  'link-out-of-date': (
    <>
      This link was used already, or it is too old. Your password is as it was.{' '}
      <a href="/reset-password">Ask for a new link</a>.
    </>
  ),
}

export function NewPasswordForm({ token, ...part }: Omit<PartProps<unknown>, 'data'> & { token: string }) {
  const form = useForm<typeof setNewPassword>(part, 'POST /reset-password/new', { id: 'new', onDone: goOn })
  return (
    <Form form={form} id="new" page={`/reset-password/new?token=${token}`} hidden={{ token }}>
      <FormTrouble form={form} refusals={refusals} />
      <PasswordField
        id="new-password"
        name="password"
        label="New password"
        isNew
        error={toFieldError(form, 'password', { 'password-too-common': TOO_COMMON })}
      />
      <Button type="submit" kind="action" busy={form.busy}>
        Set my new password
      </Button>
    </Form>
  )
}
