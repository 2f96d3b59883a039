import type { resetPasswordInBrowser } from '@fernweh/contracts/api/browser-session'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/forms/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { Form } from '../../forms/Form.tsx'
import { FormTrouble } from '../../forms/FormTrouble.tsx'
import { goOn, useForm } from '../../forms/use-form.ts'
import { LinkRow } from '../../layout/LinkRow.tsx'
import { useMessages } from '../../use-messages.ts'

export function NewPasswordForm({ token, ...fragment }: Omit<FragmentProps<unknown>, 'data'> & { token: string }) {
  const { t } = useMessages()
  const form = useForm<typeof resetPasswordInBrowser>(fragment, 'POST /reset-password/new', {
    id: 'new',
    labels: { password: t('password.new') },
    refusals: {
      'too-many-tries': { words: <p>{t('form.too-many-attempts')}</p> },
      'password-too-common': { field: 'password', words: t('form.too-common') },
      'link-out-of-date': {
        words: (
          <>
            <p>{t('reset.expired-link')}</p>
            <LinkRow>
              <a href="/reset-password">{t('reset.request-again')}</a>
            </LinkRow>
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
