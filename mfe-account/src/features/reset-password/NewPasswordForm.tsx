import type { resetPasswordInBrowser } from '@fernweh/contracts/api/browser-session'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { MailField } from '../../fields/MailField.tsx'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { openNext } from '../../forms/open-next.ts'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { LinkRow } from '../../layout/LinkRow.tsx'
import { useMessages } from '../../messages/use-messages.ts'

export function NewPasswordForm({
  token,
  mail,
  ...fragment
}: Omit<TeamFragmentProps<unknown>, 'data'> & { token: string; mail: string | null }) {
  const { t } = useMessages()
  const form = useForm<typeof resetPasswordInBrowser>(fragment, 'POST /reset-password/new', {
    id: 'new',
    page: `/reset-password/new?token=${token}`,
    invalid: useInvalidMessages(),
    labels: { mail: t('form.mail'), password: t('password.new') },
    refusals: {
      'too-many-tries': t('form.too-many-attempts'),
      'password-too-common': { field: 'password', message: t('form.too-common') },
      'link-out-of-date': {
        message: (
          <>
            <p>{t('reset.expired-link')}</p>
            <LinkRow>
              <a href="/reset-password">{t('reset.request-again')}</a>
            </LinkRow>
          </>
        ),
      },
    },
    onDone: openNext,
  })
  return (
    <AccountForm form={form} hidden={{ token }}>
      <FormError form={form} />
      {mail !== null && <MailField {...form.field('mail')} typed={mail} readOnly />}
      <PasswordField {...form.field('password')} isNew />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('reset.new-button')}
      </Button>
    </AccountForm>
  )
}
