import type { TokenData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { NewPasswordForm } from '../features/reset-password/NewPasswordForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { Ways } from '../frame/Ways.tsx'
import { useWords } from '../words.ts'

export function NewPassword({ data: { token }, ...part }: PartProps<TokenData>) {
  const { t } = useWords()
  return (
    <Doorway title={t('reset.new-title')} hour="night">
      <p>{t(token === null ? 'reset.broken' : 'reset.new-lead')}</p>
      {token === null ? (
        <Ways>
          <a href="/reset-password">{t('reset.ask-again')}</a>
        </Ways>
      ) : (
        <NewPasswordForm token={token} {...part} />
      )}
    </Doorway>
  )
}
