import type { confirmSignUpInBrowser } from '@fernweh/contracts/api/browser-session'
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

/** A form, because programs that look through mail follow links. */
export function ConfirmSignUpForm({
  token,
  mail,
  ...fragment
}: Omit<TeamFragmentProps<unknown>, 'data'> & { token: string; mail: string | null }) {
  const { t } = useMessages()
  const form = useForm<typeof confirmSignUpInBrowser>(fragment, 'POST /sign-up/confirm', {
    id: 'confirm',
    page: `/sign-up/confirm?token=${token}`,
    invalid: useInvalidMessages(),
    labels: { mail: t('form.mail'), password: t('password.label') },
    refusals: {
      'too-many-tries': t('form.too-many-attempts'),
      'password-too-common': { field: 'password', message: t('form.too-common') },
      'link-out-of-date': {
        message: (
          <>
            <p>{t('confirm.expired-link')}</p>
            <LinkRow>
              <a href="/sign-in">{t('menu.sign-in')}</a>
              <a href="/sign-up">{t('confirm.sign-up-again')}</a>
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
        {t('confirm.button')}
      </Button>
    </AccountForm>
  )
}
