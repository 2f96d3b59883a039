import type { TokenData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { NewPasswordForm } from '../features/reset-password/NewPasswordForm.tsx'
import { Doorway } from '../layout/AuthLayout.tsx'
import { Ways } from '../layout/LinkRow.tsx'
import { useMessages } from '../use-messages.ts'

export function NewPassword({ data: { token }, ...fragment }: FragmentProps<TokenData>) {
  const { t } = useMessages()
  return (
    <Doorway title={t('reset.new-title')} hour="night">
      <p>{t(token === null ? 'reset.broken' : 'reset.new-lead')}</p>
      {token === null ? (
        <Ways>
          <a href="/reset-password">{t('reset.ask-again')}</a>
        </Ways>
      ) : (
        <NewPasswordForm token={token} {...fragment} />
      )}
    </Doorway>
  )
}
