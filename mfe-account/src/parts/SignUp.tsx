import type { SignUpData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { SignUpForm } from '../features/sign-up/SignUpForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { LookIntoYourMail } from '../frame/LookIntoYourMail.tsx'

export function SignUp(part: PartProps<SignUpData>) {
  const { next, mailbox } = part.data
  const [sent, setSent] = useState(part.data.sent)
  if (sent) {
    return (
      <Doorway title="Look into your mail" seed="setting out" scene="ridge">
        <LookIntoYourMail mailbox={mailbox}>We have written to you. The mail says how to go on.</LookIntoYourMail>
        <p>
          Until then, <a href={next}>go on looking around</a>.
        </p>
      </Doorway>
    )
  }
  return (
    <Doorway title="Make an account" seed="setting out" scene="ridge">
      <p>
        For holding seats, and for finding your tickets again. Have one already?{' '}
        <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in</a>
      </p>
      <SignUpForm {...part} onSent={() => setSent(true)} />
    </Doorway>
  )
}
