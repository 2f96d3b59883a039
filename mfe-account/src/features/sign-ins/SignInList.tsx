import type { SignIns } from '@fernweh/contracts/parts/account'
import { Button } from '@fernweh/ui/Button'
import { toAgo } from './ago.ts'
import styles from './SignInList.module.css'

interface SignInListProps {
  signIns: SignIns
  now: string
  locale: string
}

/** Native forms all of them: who signs out here sees another page anyway. */
export function SignInList({ signIns, now, locale }: SignInListProps) {
  return (
    <>
      <ul className={styles.list}>
        {signIns.map(({ signInId, startedAt, here }) => (
          <li key={signInId} className={styles.item}>
            <p>
              <strong>{here ? 'Here, in this browser' : 'In another browser'}</strong>
              <br />
              <time className={styles.soft} dateTime={startedAt}>
                Signed in {toAgo(startedAt, now, locale)}
              </time>
            </p>
            <form method="post" action={`/api/account/sign-ins/${encodeURIComponent(signInId)}/end`}>
              <input type="hidden" name="page" value="/account" />
              <Button
                type="submit"
                aria-label={here ? 'Sign out here' : `Sign out there, ${toAgo(startedAt, now, locale)}`}
              >
                {here ? 'Sign out here' : 'Sign out there'}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action="/api/account/sign-out-everywhere">
        <input type="hidden" name="page" value="/account" />
        <Button type="submit">Sign out everywhere</Button>
      </form>
    </>
  )
}
