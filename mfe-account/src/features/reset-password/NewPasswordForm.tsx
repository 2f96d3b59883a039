import type { setNewPassword } from '@fernweh/contracts/api/entrance'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { Ways } from '../../frame/Ways.tsx'
import { useWords } from '../../words.ts'

export function NewPasswordForm({ token, ...part }: Omit<PartProps<unknown>, 'data'> & { token: string }) {
  const { t } = useWords()
  const form = useForm<typeof setNewPassword>(part, 'POST /reset-password/new', {
    id: 'new',
    labels: { password: t('password.new') },
    refusals: {
      'too-many-tries': { words: <p>{t('form.too-many-tries')}</p> },
      'password-too-common': { field: 'password', words: t('form.too-common') },
      'link-out-of-date': {
        words: (
          <>
            <p>{t('reset.old-link')}</p>
            <Ways>
              <a href="/reset-password">{t('reset.ask-again')}</a>
            </Ways>
          </>
        ),
      },
    },
    onDone: goOn,
  })
  return (
    <Form form={form} page={`/reset-password/new?token=${token}`} hidden={{ token }}>
      <FormTrouble form={form} />
      <PasswordField {...form.field('password')} isNew />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('reset.new-button')}
      </Button>
    </Form>
  )
}
