import type { changePassword } from '@fernweh/contracts/api/accounts'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Notice, Notices } from '@fernweh/ui/feedback/Notice'
import { Button } from '@fernweh/ui/forms/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

interface ChangePasswordFormProps extends Omit<TeamFragmentProps<unknown>, 'data'> {
  mail: string | null
  changed: boolean
  onChanged: () => void
}

export function ChangePasswordForm({ mail, changed, onChanged, ...fragment }: ChangePasswordFormProps) {
  const { t } = useMessages()
  const form = useForm<typeof changePassword>(fragment, 'POST /password', {
    id: 'password',
    page: '/account',
    invalid: useInvalidMessages(),
    labels: { current: t('password.current'), next: t('password.new') },
    refusals: {
      'too-many-tries': t('form.too-many-attempts'),
      'wrong-password': { field: 'current', message: t('password.wrong') },
      'password-too-common': { field: 'next', message: t('form.too-common') },
    },
    onDone: onChanged,
  })
  return (
    <AccountForm form={form}>
      <FormError form={form} next="/account" />
      {/* Password managers look for the name beside the password. */}
      <input type="hidden" autoComplete="username" value={mail ?? ''} readOnly />
      <PasswordField {...form.field('current')} />
      <PasswordField {...form.field('next')} isNew />
      <Notices>
        {changed && (
          <Notice kind="calm">
            <p>{t('password.changed')}</p>
          </Notice>
        )}
      </Notices>
      <Button type="submit" busy={form.busy}>
        {t('password.button')}
      </Button>
    </AccountForm>
  )
}
