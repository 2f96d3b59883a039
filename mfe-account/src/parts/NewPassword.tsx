import type { TokenData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { NewPasswordForm } from '../features/reset-password/NewPasswordForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'

export function NewPassword({ data: { token }, ...part }: PartProps<TokenData>) {
  return (
    <Doorway title="Choose a new password" seed="the way back" scene="hills">
      {token === null ? (
        <p>
          The address of this page is not whole. Open the link in your mail again, or{' '}
          <a href="/reset-password">ask for a new one</a>.
        </p>
      ) : (
        <>
          <p>Once it is set, you are signed out everywhere, and sign in with the new one.</p>
          <NewPasswordForm token={token} {...part} />
        </>
      )}
    </Doorway>
  )
}
