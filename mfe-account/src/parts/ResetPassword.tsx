import type { ResetPasswordData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { AskResetForm } from '../features/reset-password/AskResetForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { LookIntoYourMail } from '../frame/LookIntoYourMail.tsx'
import { Ways } from '../frame/Ways.tsx'
import { useWords } from '../words.ts'

export function ResetPassword(part: PartProps<ResetPasswordData>) {
  const { t } = useWords()
  const [sent, setSent] = useState(part.data.sent)
  return (
    <Doorway title={t(sent ? 'mail-sent.title' : 'reset.title')} hour="night">
      {sent ? (
        <LookIntoYourMail mailbox={part.data.mailbox} said={t('reset.sent')} />
      ) : (
        <>
          <p>{t('reset.lead')}</p>
          <AskResetForm {...part} onSent={() => setSent(true)} />
        </>
      )}
      <Ways>
        <a href="/sign-in">{t('reset.remembered')}</a>
      </Ways>
    </Doorway>
  )
}
