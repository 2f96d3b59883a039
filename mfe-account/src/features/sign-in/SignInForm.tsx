import type { signInBrowser } from '@fernweh/contracts/api/browser-session'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SignInData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { useMessages } from '../../use-messages.ts'

export function SignInForm({ data: { next, typed }, ...fragment }: FragmentProps<SignInData>) {
  const { t } = useMessages()
  const form = useForm<typeof signInBrowser>(fragment, 'POST /sign-in', {
    id: 'sign-in',
    labels: { mail: t('form.mail'), password: t('password.label') },
    refusals: {
      'too-many-tries': { words: <p>{t('form.too-many-attempts')}</p> },
      'wrong-mail-or-password': { field: 'password', words: t('sign-in.wrong') },
    },
    onDone: goOn,
  })
  return (
    <Form form={form} page={toSignInPath(next)} hidden={{ next }}>
      <FormTrouble form={form} next={next} />
      <MailField {...form.field('mail')} typed={typed.mail} />
      <PasswordField {...form.field('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('sign-in.button')}
      </Button>
    </Form>
  )
}
