import type { TokenData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { ConfirmSignUpForm } from '../features/confirm-sign-up/ConfirmSignUpForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'

export function ConfirmSignUp({ data: { token }, ...part }: PartProps<TokenData>) {
  return (
    <Doorway title="One more step" seed="setting out" scene="ridge">
      {token === null ? (
        <p>
          The address of this page is not whole. Open the link in your mail again, or{' '}
          <a href="/sign-up">sign up once more</a>.
        </p>
      ) : (
        <>
          <p>Your mail address works. Enter the password you chose, and your account is open.</p>
          <ConfirmSignUpForm token={token} {...part} />
          <p>
            Forgotten it? <a href="/sign-up">Sign up once more</a> with a new one.
          </p>
        </>
      )}
    </Doorway>
  )
}
