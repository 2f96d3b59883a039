import type { requestPasswordReset } from '@fernweh/contracts/api/accounts'
import type { ResetPasswordData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { MailField } from '../../fields/MailField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { useWords } from '../../words.ts'

interface AskResetFormProps extends PartProps<ResetPasswordData> {
  onSent: () => void
}

export function AskResetForm({ data: { typed }, onSent, ...part }: AskResetFormProps) {
  const { t } = useWords()
  const form = useForm<typeof requestPasswordReset>(part, 'POST /password-resets', {
    id: 'reset',
    labels: { mail: t('form.mail') },
    refusals: { 'too-many-tries': { words: <p>{t('form.too-many-tries')}</p> } },
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
