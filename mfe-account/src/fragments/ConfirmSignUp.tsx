import type { TokenData } from '@fernweh/contracts/fragments/account'
import { ConfirmSignUpForm } from '../features/confirm-sign-up/ConfirmSignUpForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { AuthLayout } from '../layout/AuthLayout.tsx'
import { LinkRow } from '../layout/LinkRow.tsx'
import { useMessages } from '../messages/use-messages.ts'

export function ConfirmSignUp({ data: { token, mail }, ...fragment }: TeamFragmentProps<TokenData>) {
  const { t } = useMessages()
  return (
    <AuthLayout title={t('confirm.title')} hour="dawn">
      <p>{t(token === null ? 'confirm.incomplete-link' : 'confirm.lead')}</p>
      {token !== null && <ConfirmSignUpForm token={token} mail={mail} {...fragment} />}
      <LinkRow>
        <a href="/sign-up">{t('confirm.sign-up-again')}</a>
      </LinkRow>
    </AuthLayout>
  )
}
