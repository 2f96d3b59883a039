import type { SignUpData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { SignUpForm } from '../features/sign-up/SignUpForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { LookIntoYourMail } from '../frame/LookIntoYourMail.tsx'
import { Ways } from '../frame/Ways.tsx'
import { useWords } from '../words.ts'

export function SignUp(part: PartProps<SignUpData>) {
  const { t } = useWords()
  const { next, mailbox } = part.data
  const [sent, setSent] = useState(part.data.sent)
  return (
    <Doorway title={t(sent ? 'mail-sent.title' : 'sign-up.title')} hour="dawn">
      {sent ? (
        <LookIntoYourMail mailbox={mailbox} said={t('sign-up.sent')} />
      ) : (
        <>
          <p>{t('sign-up.lead')}</p>
          <SignUpForm {...part} onSent={() => setSent(true)} />
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
