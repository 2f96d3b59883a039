import type { SignIns } from '@fernweh/contracts/fragments/account'
import { Button } from '@fernweh/ui/forms/Button'
import { useMessages } from '../../messages/use-messages.ts'
import { toAgo } from './ago.ts'
import styles from './SignInList.module.css'

interface SignInListProps {
  signIns: SignIns
  now: string
}

/** Native forms all of them: who signs out here sees another page anyway. */
export function SignInList({ signIns, now }: SignInListProps) {
  const { t, locale } = useMessages()
  const toWords = (instant: string) => {
    const ago = toAgo(instant, now, locale)
    return ago === null ? t('sign-ins.just-now') : t('sign-ins.since', { ago })
  }
  return (
    <>
      <ul className={styles.list}>
        {signIns.map(({ signInId, startedAt, here }) => (
          <li key={signInId} className={styles.item}>
            <p>
              <strong>{t(here ? 'sign-ins.here' : 'sign-ins.other')}</strong>
              <br />
              <time className={styles.soft} dateTime={startedAt}>
                {toWords(startedAt)}
              </time>
            </p>
            <form method="post" action={`/api/account/sign-ins/${encodeURIComponent(signInId)}/end`}>
              <input type="hidden" name="page" value="/account" />
              <Button
                type="submit"
                aria-label={here ? undefined : t('sign-ins.sign-out-there-label', { when: toWords(startedAt) })}
              >
                {t(here ? 'sign-ins.sign-out-here' : 'sign-ins.sign-out-there')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action="/api/account/sign-out-everywhere">
        <input type="hidden" name="page" value="/account" />
        <Button type="submit">{t('sign-ins.everywhere')}</Button>
      </form>
    </>
  )
}
