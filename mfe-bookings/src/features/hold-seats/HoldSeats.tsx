import type { holdSeats } from '@fernweh/contracts/api/bookings'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { SessionsData } from '@fernweh/contracts/parts/bookings'
import type { Host, PartProps } from '@fernweh/kit/browser/host'
import { IntentionForm } from '@fernweh/kit/browser/intention-form'
import { useBus } from '@fernweh/kit/browser/use-bus'
import { useIntention } from '@fernweh/kit/browser/use-intention'
import { Announcement } from '@fernweh/ui/Notice'
import type { ReactNode } from 'react'
import { IntentionOutcome } from '../../IntentionOutcome.tsx'
import { toSignInHref } from '../../sign-in-href.ts'
import { toSeats } from '../../words.ts'
import { HoldButton } from './HoldButton.tsx'
import styles from './HoldSeats.module.css'
import { PartySize } from './PartySize.tsx'
import { refusalWords } from './refusal-words.ts'
import { SessionChoices } from './SessionChoices.tsx'

interface HoldSeatsProps extends Omit<PartProps<SessionsData>, 'now'> {
  onHeld: (booking: Booking) => void
  /** What is held here already, shown between the choice and the button. */
  held: ReactNode
  /** Something held waits to be paid, which matters more now. */
  isHolding: boolean
}

export function HoldSeats({ data, host, intention: firstKey, outcome, onHeld, held, isHolding }: HoldSeatsProps) {
  const { page, experienceId, sessions } = data
  const seats = usePartySize(host, experienceId)
  const intention = useIntention<typeof holdSeats>(host, 'POST /holds', firstKey, {
    form: 'hold',
    outcome,
    refusals: refusalWords,
    onDone({ booking }) {
      onHeld(booking)
      host.bus.emit('bookings:seats-held', toSeatsHeld(booking))
    },
  })
  const { step } = intention
  if (sessions.length === 0) return <p className={styles.empty}>No dates are open at the moment.</p>
  return (
    <IntentionForm
      intention={intention}
      action="/api/bookings/holds"
      page={page}
      read={toWish}
      className={styles.form}
      aria-labelledby="bookings-sessions"
    >
      <SessionChoices sessions={sessions} seats={seats} host={host} />
      <PartySize seats={seats} />
      <IntentionOutcome step={step} waiting="Sent: asking for your seats…" refusals={refusalWords} page={page} />
      <Announcement>{step.name === 'done' && `You hold ${toSeats(step.answer.booking.seats)}.`}</Announcement>
      {held}
      <HoldButton
        seats={seats}
        kind={isHolding ? 'quiet' : 'action'}
        busy={step.name === 'sent'}
        signInHref={host.user === null ? toSignInHref(page) : null}
      />
      <p className={styles.soft}>Held seats wait for you for a few minutes. Nothing is charged yet.</p>
    </IntentionForm>
  )
}

function toWish(fields: FormData) {
  return { body: { sessionId: String(fields.get('sessionId')), seats: Number(fields.get('seats')) } }
}

function toSeatsHeld({ sessionId, experienceId, bookingId, seats }: Booking) {
  return { sessionId, experienceId, bookingId, seats }
}

function usePartySize(host: Host, experienceId: string): number {
  const chosen = useBus(host, 'search:party-size-chosen', null)
  return chosen?.experienceId === experienceId ? chosen.seats : 2
}
