import type { AccountData, Done } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Notice } from '@fernweh/ui/Notice'
import { useEffect, useState } from 'react'
import { ChangePasswordForm } from '../features/change-password/ChangePasswordForm.tsx'
import { ProfileForm } from '../features/profile/ProfileForm.tsx'
import { SignInList } from '../features/sign-ins/SignInList.tsx'
import { forgetDone } from '../frame/forget-done.ts'
import styles from './Account.module.css'

export function Account(part: PartProps<AccountData>) {
  const { mail, signIns } = part.data
  const { host, now } = part
  const [done, setDone] = useState<Done | null>(part.data.done)
  useEffect(forgetDone, [])

  function onSaved(name: string) {
    setDone('profile-saved')
    host.bus.emit('account:profile-saved', { name })
  }

  return (
    <div className={styles.account}>
      <header className={styles.head}>
        <h1 className={styles.title}>Your account</h1>
        {mail !== null && <p className={styles.soft}>{mail}</p>}
        {done === 'opened' && (
          <Notice kind="calm">
            Your account is open, and you are signed in. <a href="/">Find an experience</a>
          </Notice>
        )}
      </header>
      <section className={styles.section} aria-labelledby="account-profile">
        <h2 id="account-profile">Profile</h2>
        <ProfileForm {...part} saved={done === 'profile-saved'} onSaved={onSaved} />
      </section>
      {mail !== null && (
        <section className={styles.section} aria-labelledby="account-password">
          <h2 id="account-password">Password</h2>
          <ChangePasswordForm
            {...part}
            mail={mail}
            changed={done === 'password-changed'}
            onChanged={() => setDone('password-changed')}
          />
          <p className={styles.soft}>
            Forgotten, or never had one? <a href="/reset-password">Set it by mail</a>
          </p>
        </section>
      )}
      <section className={styles.section} id="sign-ins" aria-labelledby="account-sign-ins">
        <h2 id="account-sign-ins">Where you are signed in</h2>
        {done === 'signed-out' && <Notice kind="calm">That sign-in has ended.</Notice>}
        <SignInList signIns={signIns} now={now} locale={host.locale} />
      </section>
    </div>
  )
}
