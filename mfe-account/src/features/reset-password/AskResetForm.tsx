import type { requestPasswordReset } from '@fernweh/contracts/api/accounts'
import type { ResetPasswordData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { MailField } from '../../fields/MailField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { useForm } from '../../forms/use-form.ts'
import { TOO_MANY_TRIES } from '../../forms/words.ts'

const refusals = { 'too-many-tries': { words: TOO_MANY_TRIES } }

interface AskResetFormProps extends PartProps<ResetPasswordData> {
  onSent: () => void
}

export function AskResetForm({ data: { typed }, onSent, ...part }: AskResetFormProps) {
  const form = useForm<typeof requestPasswordReset>(part, 'POST /password-resets', {
    id: 'reset',
    refusals,
    onDone: onSent,
  })
  return (
    <Form form={form} page="/reset-password">
      <FormTrouble form={form} />
      <MailField id="reset-mail" typed={typed.mail} error={form.errorOf('mail')} />
      <Button type="submit" kind="action" busy={form.busy}>
        Send me a link
      </Button>
    </Form>
  )
}
