import type { ResetPasswordData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { AskResetForm } from '../features/reset-password/RequestResetForm.tsx'
import { Doorway } from '../layout/AuthLayout.tsx'
import { LookIntoYourMail } from '../layout/CheckYourEmail.tsx'
import { Ways } from '../layout/LinkRow.tsx'
import { useMessages } from '../use-messages.ts'

export function ResetPassword(fragment: FragmentProps<ResetPasswordData>) {
  const { t } = useMessages()
  const [sent, setSent] = useState(fragment.data.sent)
  return (
    <Doorway title={t(sent ? 'mail-sent.title' : 'reset.title')} hour="night">
      {sent ? (
        <LookIntoYourMail mailbox={fragment.data.mailbox} said={t('reset.sent')} />
      ) : (
        <>
          <p>{t('reset.lead')}</p>
          <AskResetForm {...fragment} onSent={() => setSent(true)} />
        </>
      )}
      <Ways>
        <a href="/sign-in">{t('reset.remembered')}</a>
      </Ways>
    </Doorway>
  )
}
