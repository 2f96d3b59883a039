import type { signInBrowser } from '@fernweh/contracts/api/browser-session'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SignInData } from '@fernweh/contracts/fragments/account'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { openNext } from '../../forms/open-next.ts'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

export function SignInForm({ data: { next, typed }, ...fragment }: TeamFragmentProps<SignInData>) {
  const { t } = useMessages()
  const form = useForm<typeof signInBrowser>(fragment, 'POST /sign-in', {
    id: 'sign-in',
    page: toSignInPath(next),
    invalid: useInvalidMessages(),
    labels: { mail: t('form.mail'), password: t('password.label') },
    refusals: {
      'too-many-tries': t('form.too-many-attempts'),
      'wrong-mail-or-password': { field: 'password', message: t('sign-in.wrong') },
    },
    onDone: openNext,
  })
  return (
    <AccountForm form={form} hidden={{ next }}>
      <FormError form={form} next={next} />
      <MailField {...form.field('mail')} typed={typed.mail} />
      <PasswordField {...form.field('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('sign-in.button')}
      </Button>
    </AccountForm>
  )
}
