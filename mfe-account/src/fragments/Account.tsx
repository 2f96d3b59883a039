import type { AccountData, CompletedAction } from '@fernweh/contracts/fragments/account'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { joinClasses } from '@fernweh/ui/join-classes'
import { useEffect, useState } from 'react'
import { ChangePasswordForm } from '../features/change-password/ChangePasswordForm.tsx'
import { ProfileForm } from '../features/profile/ProfileForm.tsx'
import { SignInList } from '../features/sign-ins/SignInList.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { clearCompleted } from '../layout/clear-completed.ts'
import { LinkRow } from '../layout/LinkRow.tsx'
import { RoleNote } from '../layout/RoleNote.tsx'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Account.module.css'

export function Account(fragment: TeamFragmentProps<AccountData>) {
  const { t } = useMessages()
  const { role, mail, signIns } = fragment.data
  const [done, setDone] = useState<CompletedAction | null>(fragment.data.completed)
  useEffect(clearCompleted, [])

  function onSaved(name: string) {
    setDone('profile-saved')
    fragment.host.bus.emit('account:profile-saved', { name })
  }

  return (
    <div className={styles.account}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('account.title')}</h1>
        {mail !== null && (
          <p className={styles.soft}>
            <bdi>{mail}</bdi>
          </p>
        )}
        <RoleNote role={role} />
        {done === 'opened' && (
          <Notice kind="calm">
            <p>{t('account.confirmed')}</p>
            <LinkRow>
              <a href="/">{t('account.back')}</a>
            </LinkRow>
          </Notice>
        )}
      </header>
      <section className={joinClasses(styles.section, styles.profile)} aria-labelledby="account-profile">
        <h2 id="account-profile">{t('profile.title')}</h2>
        <ProfileForm {...fragment} saved={done === 'profile-saved'} onSaved={onSaved} />
      </section>
      {mail !== null && (
        <section className={styles.section} aria-labelledby="account-password">
          <h2 id="account-password">{t('password.title')}</h2>
          <ChangePasswordForm
            {...fragment}
            mail={mail}
            changed={done === 'password-changed'}
            onChanged={() => setDone('password-changed')}
          />
          <LinkRow>
            <a href="/reset-password">{t('password.set-by-mail')}</a>
          </LinkRow>
        </section>
      )}
      <section className={styles.section} id="sign-ins" aria-labelledby="account-sign-ins">
        <h2 id="account-sign-ins">{t('sign-ins.title')}</h2>
        {done === 'signed-out' && (
          <Notice kind="calm">
            <p>{t('sign-ins.ended')}</p>
          </Notice>
        )}
        <SignInList signIns={signIns} now={fragment.now} />
      </section>
    </div>
  )
}
