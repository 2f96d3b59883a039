import { Button, ButtonLink } from '@fernweh/ui/Button'
import { toSeats } from '../../words.ts'
import styles from './HoldSeats.module.css'

interface HoldButtonProps {
  seats: number
  kind: 'action' | 'quiet'
  busy: boolean
  /** For who is not signed in. */
  signInHref: string | null
}

export function HoldButton({ seats, kind, busy, signInHref }: HoldButtonProps) {
  if (signInHref !== null) {
    return (
      <ButtonLink kind={kind} href={signInHref}>
        <span>
          Sign in to hold <Seats seats={seats} />
        </span>
      </ButtonLink>
    )
  }
  return (
    <Button type="submit" kind={kind} busy={busy}>
      <span>
        Hold <Seats seats={seats} />
      </span>
    </Button>
  )
}

/** Without script another number may be chosen in the form itself. */
function Seats({ seats }: { seats: number }) {
  return (
    <>
      <span className={styles.scripted}>{toSeats(seats)}</span>
      <span className={styles.plain}>seats</span>
    </>
  )
}
