import type { TokenData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { ConfirmSignUpForm } from '../features/confirm-sign-up/ConfirmSignUpForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { Ways } from '../frame/Ways.tsx'
import { useWords } from '../words.ts'

export function ConfirmSignUp({ data: { token }, ...part }: PartProps<TokenData>) {
  const { t } = useWords()
  return (
    <Doorway title={t('confirm.title')} hour="dawn">
      <p>{t(token === null ? 'confirm.broken' : 'confirm.lead')}</p>
      {token !== null && (
        <>
          <ConfirmSignUpForm token={token} {...part} />
          <p>{t('confirm.forgotten')}</p>
        </>
      )}
      <Ways>
        <a href="/sign-up">{t('confirm.again')}</a>
      </Ways>
    </Doorway>
  )
}
