import { Button, ButtonLink } from '@fernweh/ui/forms/Button'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './HoldSeatsForm.module.css'

interface HoldButtonProps {
  seats: number
  kind: 'action' | 'quiet'
  busy: boolean
  /** Null when the person is signed in. */
  signInHref: string | null
}

/** Without script the number of seats may change in the form, so the button does not show it. */
export function HoldButton({ seats, kind, busy, signInHref }: HoldButtonProps) {
  const { t } = useMessages()
  const isSignedIn = signInHref === null
  const label = (
    <>
      <span className={styles.scripted}>{t(isSignedIn ? 'hold.button' : 'hold.sign-in', { seats })}</span>
      <span className={styles.unscripted}>
        {t(isSignedIn ? 'hold.button-without-count' : 'hold.sign-in-without-count')}
      </span>
    </>
  )
  return isSignedIn ? (
    <Button type="submit" kind={kind} busy={busy}>
      {label}
    </Button>
  ) : (
    <ButtonLink kind={kind} href={signInHref}>
      {label}
    </ButtonLink>
  )
}
