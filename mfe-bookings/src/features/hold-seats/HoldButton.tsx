import { Button, ButtonLink } from '@fernweh/ui/forms/Button'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './HoldSeatsForm.module.css'

interface HoldButtonProps {
  seats: number
  kind: 'action' | 'quiet'
  busy: boolean
  /** Null when the person is signed in. */
  signInHref: string | null
  onSignIn: () => void
}

/**
 * Without script the number of seats may change in the form, so the button does not show it, and who is signed out sends the form:
 * it leads to the sign-in with what was chosen.
 */
export function HoldButton({ seats, kind, busy, signInHref, onSignIn }: HoldButtonProps) {
  const { t } = useMessages()
  if (signInHref === null) {
    return (
      <Button type="submit" kind={kind} busy={busy}>
        <span className={styles.scripted}>{t('hold.button', { seats })}</span>
        <span className={styles.unscripted}>{t('hold.button-without-count')}</span>
      </Button>
    )
  }
  return (
    <>
      <span className={styles.scripted}>
        <ButtonLink kind={kind} href={signInHref} onClick={onSignIn}>
          {t('hold.sign-in', { seats })}
        </ButtonLink>
      </span>
      <span className={styles.unscripted}>
        <Button type="submit" kind={kind}>
          {t('hold.sign-in-without-count')}
        </Button>
      </span>
    </>
  )
}
