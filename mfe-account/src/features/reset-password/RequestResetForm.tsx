import type { requestPasswordReset } from '@fernweh/contracts/api/accounts'
import type { ResetPasswordData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { useMessages } from '../../use-messages.ts'

interface AskResetFormProps extends FragmentProps<ResetPasswordData> {
  onSent: () => void
}

export function RequestResetForm({ data: { typed }, onSent, ...fragment }: AskResetFormProps) {
  const { t } = useMessages()
  const form = useForm<typeof requestPasswordReset>(fragment, 'POST /password-resets', {
    id: 'reset',
    labels: { mail: t('form.mail') },
    refusals: { 'too-many-tries': { words: <p>{t('form.too-many-attempts')}</p> } },
    onDone: onSent,
  })
  return (
    <Form form={form} page="/reset-password">
      <FormTrouble form={form} />
      <MailField {...form.field('mail')} typed={typed.mail} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('reset.button')}
      </Button>
    </Form>
  )
}
