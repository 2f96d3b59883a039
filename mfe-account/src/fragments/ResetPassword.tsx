import type { ResetPasswordData } from '@fernweh/contracts/fragments/account'
import { useState } from 'react'
import { RequestResetForm } from '../features/reset-password/RequestResetForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { AuthLayout } from '../layout/AuthLayout.tsx'
import { CheckYourEmail } from '../layout/CheckYourEmail.tsx'
import { LinkRow } from '../layout/LinkRow.tsx'
import { useMessages } from '../messages/use-messages.ts'

export function ResetPassword(fragment: TeamFragmentProps<ResetPasswordData>) {
  const { t } = useMessages()
  const [sent, setSent] = useState(fragment.data.sent)
  return (
    <AuthLayout title={t(sent ? 'mail-sent.title' : 'reset.title')} hour="night">
      {sent ? (
        <CheckYourEmail mailbox={fragment.data.mailbox} message={t('reset.sent')} />
      ) : (
        <>
          <p>{t('reset.lead')}</p>
          <RequestResetForm {...fragment} onSent={() => setSent(true)} />
        </>
      )}
      <LinkRow>
        <a href="/sign-in">{t('reset.remembered')}</a>
      </LinkRow>
    </AuthLayout>
  )
}
