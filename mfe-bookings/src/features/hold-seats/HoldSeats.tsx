import type { Hold } from '@fernweh/contracts/feeds/bookings'
import type { SessionsData } from '@fernweh/contracts/parts/bookings'
import type { Host } from '@fernweh/kit/browser/host'
import { useBus } from '@fernweh/kit/browser/use-bus'
import { Button, ButtonLink } from '@fernweh/ui/Button'
import type { FormEvent, ReactNode } from 'react'
import { toSeats } from '../../seat-words.ts'
import { toSignInHref } from '../../sign-in-href.ts'
import { HoldOutcome } from './HoldOutcome.tsx'
import styles from './HoldSeats.module.css'
import { SessionChoices } from './SessionChoices.tsx'
import { useHold } from './use-hold.ts'

interface HoldSeatsProps {
  data: SessionsData
  host: Host
  onHeld: (hold: Hold) => void
  /** The holds there are already, shown between the choice and the button. */
  held: ReactNode
}

export function HoldSeats({ data: { page, experienceId, sessions }, host, onHeld, held }: HoldSeatsProps) {
  const seats = usePartySize(host, experienceId)
  const { step, send } = useHold(host, onHeld)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const sessionId = new FormData(event.currentTarget).get('session')
    if (typeof sessionId === 'string') void send({ sessionId, seats })
  }

  if (sessions.length === 0) return <p className={styles.empty}>No dates are open at the moment.</p>
  return (
    <form className={styles.form} onSubmit={submit}>
      <SessionChoices sessions={sessions} seats={seats} host={host} />
      <HoldOutcome step={step} signInHref={toSignInHref(page)} />
      {held}
      {host.user === null ? (
        <ButtonLink kind="action" href={toSignInHref(page)}>
          Sign in to hold {toSeats(seats)}
        </ButtonLink>
      ) : (
        <Button type="submit" kind="action" needsScript busy={step.name === 'sent'}>
          Hold {toSeats(seats)}
        </Button>
      )}
      <p className={styles.soft}>Held seats wait for you for a few minutes. Nothing is charged.</p>
    </form>
  )
}

function usePartySize(host: Host, experienceId: string): number {
  const chosen = useBus(host, 'search:party-size-chosen', null)
  return chosen?.experienceId === experienceId ? chosen.seats : 2
}
