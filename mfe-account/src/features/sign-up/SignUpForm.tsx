import type { signUp } from '@fernweh/contracts/api/accounts'
import type { SignUpData } from '@fernweh/contracts/fragments/account'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { NameField } from '../../fields/NameField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

interface SignUpFormProps extends TeamFragmentProps<SignUpData> {
  onSent: () => void
}

export function SignUpForm({ data: { next, typed }, onSent, ...fragment }: SignUpFormProps) {
  const { t, locale } = useMessages()
  const form = useForm<typeof signUp>(fragment, 'POST /sign-ups', {
    id: 'sign-up',
    page: `/sign-up?next=${encodeURIComponent(next)}`,
    invalid: useInvalidMessages(),
    labels: { name: t('form.name'), mail: t('form.mail'), password: t('password.label') },
    refusals: {
      'too-many-tries': t('form.too-many-attempts'),
      'password-too-common': { field: 'password', message: t('form.too-common') },
    },
    onDone: onSent,
  })
  // The profile is in the language of the page; how this page writes digits is not fragment of it.
  const hidden = { locale: new Intl.Locale(locale).baseName, next }
  return (
    <AccountForm form={form} hidden={hidden}>
      <FormError form={form} />
      <NameField {...form.field('name')} typed={typed.name} />
      <MailField {...form.field('mail')} typed={typed.mail} />
      <PasswordField {...form.field('password')} isNew />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('sign-up.button')}
      </Button>
    </AccountForm>
  )
}
