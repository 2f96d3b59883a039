import type { TokenData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { ConfirmSignUpForm } from '../features/confirm-sign-up/ConfirmSignUpForm.tsx'
import { Doorway } from '../layout/AuthLayout.tsx'
import { Ways } from '../layout/LinkRow.tsx'
import { useMessages } from '../use-messages.ts'

export function ConfirmSignUp({ data: { token }, ...fragment }: FragmentProps<TokenData>) {
  const { t } = useMessages()
  return (
    <Doorway title={t('confirm.title')} hour="dawn">
      <p>{t(token === null ? 'confirm.broken' : 'confirm.lead')}</p>
      {token !== null && (
        <>
          <ConfirmSignUpForm token={token} {...fragment} />
          <p>{t('confirm.forgotten')}</p>
        </>
      )}
      <Ways>
        <a href="/sign-up">{t('confirm.again')}</a>
      </Ways>
    </Doorway>
  )
}
