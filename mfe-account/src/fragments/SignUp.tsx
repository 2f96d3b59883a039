import type { SignUpData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { SignUpForm } from '../features/sign-up/SignUpForm.tsx'
import { Doorway } from '../layout/AuthLayout.tsx'
import { LookIntoYourMail } from '../layout/CheckYourEmail.tsx'
import { Ways } from '../layout/LinkRow.tsx'
import { useMessages } from '../use-messages.ts'

export function SignUp(fragment: FragmentProps<SignUpData>) {
  const { t } = useMessages()
  const { next, mailbox } = fragment.data
  const [sent, setSent] = useState(fragment.data.sent)
  return (
    <Doorway title={t(sent ? 'mail-sent.title' : 'sign-up.title')} hour="dawn">
      {sent ? (
        <LookIntoYourMail mailbox={mailbox} said={t('sign-up.sent')} />
      ) : (
        <>
          <p>{t('sign-up.lead')}</p>
          <SignUpForm {...fragment} onSent={() => setSent(true)} />
        </>
      )}
      <Ways>
        {sent ? (
          <a href={next}>{t('sign-up.go-on')}</a>
        ) : (
          <a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('sign-up.have-one')}</a>
        )}
      </Ways>
    </Doorway>
  )
}
