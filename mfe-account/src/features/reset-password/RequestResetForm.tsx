import type { requestPasswordReset } from '@fernweh/contracts/api/accounts'
import type { ResetPasswordData } from '@fernweh/contracts/fragments/account'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

interface AskResetFormProps extends TeamFragmentProps<ResetPasswordData> {
  onSent: () => void
}

export function RequestResetForm({ data: { typed }, onSent, ...fragment }: AskResetFormProps) {
  const { t } = useMessages()
  const form = useForm<typeof requestPasswordReset>(fragment, 'POST /password-resets', {
    id: 'reset',
    page: '/reset-password',
    invalid: useInvalidMessages(),
    labels: { mail: t('form.mail') },
    refusals: { 'too-many-tries': t('form.too-many-attempts') },
    onDone: onSent,
  })
  return (
    <AccountForm form={form}>
      <FormError form={form} />
      <MailField {...form.field('mail')} typed={typed.mail} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('reset.button')}
      </Button>
    </AccountForm>
  )
}
