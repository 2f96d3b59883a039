import { Button, ButtonLink } from '@fernweh/ui/Button'
import { useMessages } from '../../use-messages.ts'
import styles from './HoldSeats.module.css'

interface HoldButtonProps {
  seats: number
  kind: 'action' | 'quiet'
  busy: boolean
  /** For who is not signed in. */
  signInHref: string | null
}

/** Without script another number may be chosen in the form itself, so the button does not say one. */
export function HoldButton({ seats, kind, busy, signInHref }: HoldButtonProps) {
  const { t } = useMessages()
  const isSignedIn = signInHref === null
  const words = (
    <>
      <span className={styles.scripted}>{t(isSignedIn ? 'hold.button' : 'hold.sign-in', { seats })}</span>
      <span className={styles.plain}>{t(isSignedIn ? 'hold.button-without-count' : 'hold.sign-in-without-count')}</span>
    </>
  )
  return isSignedIn ? (
    <Button type="submit" kind={kind} busy={busy}>
      {words}
    </Button>
  ) : (
    <ButtonLink kind={kind} href={signInHref}>
      {words}
    </ButtonLink>
  )
}
