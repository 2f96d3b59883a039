import type { SignInData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { Notice } from '@fernweh/ui/Notice'
import { useEffect } from 'react'
import { DemoPeople } from '../features/sign-in/DemoPeople.tsx'
import { SignInForm } from '../features/sign-in/SignInForm.tsx'
import { Doorway } from '../frame/Doorway.tsx'
import { forgetDone } from '../frame/forget-done.ts'
import styles from './SignIn.module.css'

export function SignIn(part: PartProps<SignInData>) {
  const { person, people, next, passwordSet } = part.data
  useEffect(forgetDone, [])
  return (
    <Doorway title="Welcome back" seed="the way in" scene="water">
      {passwordSet && <Notice kind="calm">Your new password is set. Sign in with it.</Notice>}
      {person !== null && (
        <p>
          You are signed in as {person.name}. <a href={next}>Go on as you are</a>, or sign in as someone else.
        </p>
      )}
      <SignInForm {...part} />
      <p className={styles.ways}>
        <a href={`/sign-up?next=${encodeURIComponent(next)}`}>Make an account</a>
        <a href="/reset-password">Forgot your password?</a>
      </p>
      {people.length > 0 && (
        <section className={styles.demo} aria-labelledby="sign-in-demo">
          <h2 id="sign-in-demo" className={styles.title}>
            Or look around as one of them
          </h2>
          <p className={styles.soft}>They live here to be tried out. One click signs you in; there is no password.</p>
          <DemoPeople people={people} next={next} />
        </section>
      )}
    </Doorway>
  )
}
