import type { SignInData } from '@fernweh/contracts/fragments/account'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { useEffect } from 'react'
import { DemoPeople } from '../features/sign-in/DemoAccountList.tsx'
import { SignInForm } from '../features/sign-in/SignInForm.tsx'
import { Doorway } from '../layout/AuthLayout.tsx'
import { forgetDone } from '../layout/clear-completed.ts'
import { Ways } from '../layout/LinkRow.tsx'
import { useMessages } from '../use-messages.ts'
import styles from './SignIn.module.css'

export function SignIn(fragment: FragmentProps<SignInData>) {
  const { t } = useMessages()
  const { person, people, next, passwordSet } = fragment.data
  useEffect(forgetDone, [])
  return (
    <div className={styles.page}>
      <Doorway title={t('sign-in.title')} hour="day">
        {passwordSet && (
          <Notice kind="calm">
            <p>{t('sign-in.password-set')}</p>
          </Notice>
        )}
        {person !== null && (
          <div>
            <p>{t('sign-in.signed-in-as', { name: person.name })}</p>
            <Ways>
              <a href={next}>{t('sign-in.go-on')}</a>
            </Ways>
          </div>
        )}
        <SignInForm {...fragment} />
        <Ways>
          <a href={`/sign-up?next=${encodeURIComponent(next)}`}>{t('sign-in.make-account')}</a>
          <a href="/reset-password">{t('sign-in.forgot')}</a>
        </Ways>
      </Doorway>
      {people.length > 0 && <DemoPeople title={t('sign-in.or-as-one')} people={people} next={next} />}
    </div>
  )
}
