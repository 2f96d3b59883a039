import type { SignInData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { SignInForm } from '../features/sign-in/SignInForm.tsx'
import styles from './SignIn.module.css'

export function SignIn({ data: { person, people, next } }: PartProps<SignInData>) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Who are you today?</h1>
      {person !== null && <p>You are signed in as {person.name}. Choose someone else, or go on as you are.</p>}
      <p>These people live here to be tried out. One click signs you in; there is no password.</p>
      <SignInForm people={people} next={next} />
    </div>
  )
}
