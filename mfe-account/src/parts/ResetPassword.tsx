import type { ResetPasswordData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { AskResetForm } from '../features/reset-password/AskResetForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { LookIntoYourMail } from '../frame/LookIntoYourMail.tsx'

export function ResetPassword(part: PartProps<ResetPasswordData>) {
  const [sent, setSent] = useState(part.data.sent)
  if (sent) {
    return (
      <Doorway title="Look into your mail" seed="the way back" scene="hills">
        <LookIntoYourMail mailbox={part.data.mailbox}>
          If this address has an account, a link for a new password is on its way to it.
        </LookIntoYourMail>
        <p>
          Remembered it? <a href="/sign-in">Sign in</a>
        </p>
      </Doorway>
    )
  }
  return (
    <Doorway title="Set a new password" seed="the way back" scene="hills">
      <p>Tell us your mail address, and we send you a link. Your old password works until you use it.</p>
      <AskResetForm {...part} onSent={() => setSent(true)} />
    </Doorway>
  )
}
