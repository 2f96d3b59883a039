import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SignUpData } from '@fernweh/contracts/fragments/account'
import { useState } from 'react'
import { SignUpForm } from '../features/sign-up/SignUpForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { AuthLayout } from '../layout/AuthLayout.tsx'
import { CheckYourEmail } from '../layout/CheckYourEmail.tsx'
import { LinkRow } from '../layout/LinkRow.tsx'
import { useMessages } from '../messages/use-messages.ts'

export function SignUp(fragment: TeamFragmentProps<SignUpData>) {
  const { t } = useMessages()
  const { next, mailbox } = fragment.data
  const [sent, setSent] = useState(fragment.data.sent)
  return (
    <AuthLayout title={t(sent ? 'mail-sent.title' : 'sign-up.title')} hour="dawn">
      {sent ? (
        <CheckYourEmail mailbox={mailbox} message={t('sign-up.sent')} />
      ) : (
        <>
          <p>{t('sign-up.lead')}</p>
          <SignUpForm {...fragment} onSent={() => setSent(true)} />
        </>
      )}
      <LinkRow>
        {sent ? (
          <a href={next}>{t('sign-up.continue')}</a>
        ) : (
          <a href={toSignInPath(next)}>{t('sign-up.have-account')}</a>
        )}
      </LinkRow>
    </AuthLayout>
  )
}
