import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SignUpData } from '@fernweh/contracts/fragments/account'
import { ResendForm } from '../features/sign-up/ResendForm.tsx'
import { SignUpForm } from '../features/sign-up/SignUpForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { AuthLayout } from '../layout/AuthLayout.tsx'
import { CheckYourEmail } from '../layout/CheckYourEmail.tsx'
import { LinkRow } from '../layout/LinkRow.tsx'
import { useMessages } from '../messages/use-messages.ts'

export function SignUp(fragment: TeamFragmentProps<SignUpData>) {
  const { t } = useMessages()
  const { next, mailbox, sent, resent, typed } = fragment.data
  const { name, mail } = typed
  return (
    <AuthLayout title={t(sent ? 'mail-sent.title' : 'sign-up.title')} hour="dawn">
      {sent ? (
        <CheckYourEmail
          mailbox={mailbox}
          message={mail ? t(resent ? 'sign-up.sent-again-to' : 'sign-up.sent-to', { mail }) : t('sign-up.sent')}
        >
          {name && mail && <ResendForm {...fragment} name={name} mail={mail} />}
        </CheckYourEmail>
      ) : (
        <>
          <p>{t('sign-up.lead')}</p>
          <SignUpForm {...fragment} />
        </>
      )}
      <LinkRow>
        {sent ? (
          <>
            <a href={`/sign-up?next=${encodeURIComponent(next)}`}>{t('sign-up.other-address')}</a>
            <a href={next}>{t('sign-up.continue')}</a>
          </>
        ) : (
          <a href={toSignInPath(next)}>{t('sign-up.have-account')}</a>
        )}
      </LinkRow>
    </AuthLayout>
  )
}
