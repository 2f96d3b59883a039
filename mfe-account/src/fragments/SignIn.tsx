import type { SignInData } from '@fernweh/contracts/fragments/account'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { useEffect } from 'react'
import { DemoAccountList } from '../features/sign-in/DemoAccountList.tsx'
import { SignInForm } from '../features/sign-in/SignInForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { AuthLayout } from '../layout/AuthLayout.tsx'
import { clearCompleted } from '../layout/clear-completed.ts'
import { LinkRow } from '../layout/LinkRow.tsx'
import { useMessages } from '../messages/use-messages.ts'
import styles from './SignIn.module.css'

export function SignIn(fragment: TeamFragmentProps<SignInData>) {
  const { t } = useMessages()
  const { person, people, next, passwordSet } = fragment.data
  useEffect(clearCompleted, [])
  return (
    <div className={styles.page}>
      <AuthLayout title={t('sign-in.title')} hour="day">
        {passwordSet && (
          <Notice kind="calm">
            <p>{t('sign-in.password-set')}</p>
          </Notice>
        )}
        {person !== null && (
          <div>
            <p>{t('sign-in.signed-in-as', { name: person.name })}</p>
            <LinkRow>
              <a href={next}>{t('sign-in.continue')}</a>
            </LinkRow>
          </div>
        )}
        <SignInForm {...fragment} />
        <LinkRow>
          <a href={`/sign-up?next=${encodeURIComponent(next)}`}>{t('sign-in.create-account')}</a>
          <a href="/reset-password">{t('sign-in.forgot')}</a>
        </LinkRow>
      </AuthLayout>
      {people.length > 0 && <DemoAccountList title={t('sign-in.or-demo-account')} people={people} next={next} />}
    </div>
  )
}
