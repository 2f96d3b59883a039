import type { TokenData } from '@fernweh/contracts/fragments/account'
import { NewPasswordForm } from '../features/reset-password/NewPasswordForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { AuthLayout } from '../layout/AuthLayout.tsx'
import { LinkRow } from '../layout/LinkRow.tsx'
import { useMessages } from '../messages/use-messages.ts'

export function NewPassword({ data: { token, mail }, ...fragment }: TeamFragmentProps<TokenData>) {
  const { t } = useMessages()
  return (
    <AuthLayout title={t('reset.new-title')} hour="night">
      <p>{t(token === null ? 'reset.incomplete-link' : 'reset.new-lead')}</p>
      {token === null ? (
        <LinkRow>
          <a href="/reset-password">{t('reset.request-again')}</a>
        </LinkRow>
      ) : (
        <NewPasswordForm token={token} mail={mail} {...fragment} />
      )}
    </AuthLayout>
  )
}
