import type { confirmSignUpInBrowser } from '@fernweh/contracts/api/browser-session'
import { useForm } from '@fernweh/kit/browser/forms/use-form'
import { Button } from '@fernweh/ui/forms/Button'
import { PasswordField } from '../../fields/PasswordField.tsx'
import { AccountForm } from '../../forms/AccountForm.tsx'
import { FormError } from '../../forms/FormError.tsx'
import { openNext } from '../../forms/open-next.ts'
import { useInvalidMessages } from '../../forms/use-invalid-messages.ts'
import type { TeamFragmentProps } from '../../host.ts'
import { LinkRow } from '../../layout/LinkRow.tsx'
import { useMessages } from '../../messages/use-messages.ts'

/** A form, because programs that look through mail follow links; with the password, because somebody else may have asked. */
export function ConfirmSignUpForm({
  token,
  ...fragment
}: Omit<TeamFragmentProps<unknown>, 'data'> & { token: string }) {
  const { t } = useMessages()
  const form = useForm<typeof confirmSignUpInBrowser>(fragment, 'POST /sign-up/confirm', {
    id: 'confirm',
    page: `/sign-up/confirm?token=${token}`,
    invalid: useInvalidMessages(),
    labels: { password: t('confirm.password') },
    refusals: {
      'too-many-tries': t('form.too-many-attempts'),
      'wrong-password': { field: 'password', message: t('confirm.wrong-password') },
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
      <PasswordField {...form.field('password')} />
      <Button type="submit" kind="action" busy={form.busy}>
        {t('confirm.button')}
      </Button>
    </AccountForm>
  )
}
