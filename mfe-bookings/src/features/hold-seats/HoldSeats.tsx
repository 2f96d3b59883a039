import type { holdSeats } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { Booking, SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { FragmentProps, Host } from '@fernweh/kit/browser/host'
import { SubmissionForm } from '@fernweh/kit/browser/submission-form'
import { useBus } from '@fernweh/kit/browser/use-bus'
import { type SubmissionStepOf, useSubmission } from '@fernweh/kit/browser/use-submission'
import { Button } from '@fernweh/ui/Button'
import { ErrorNotice } from '@fernweh/ui/ErrorNotice'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { toDayAndTime } from '@fernweh/ui/PlaceTime'
import { toPrice } from '@fernweh/ui/Price'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { HeldCard } from '../../HeldCard.tsx'
import { toSignInHref } from '../../sign-in-href.ts'
import { toTotal } from '../../total.ts'
import { useMessages } from '../../use-messages.ts'
import { DateChoice } from './DateChoice.tsx'
import { HoldButton } from './HoldButton.tsx'
import styles from './HoldSeats.module.css'
import { OtherDates } from './OtherDates.tsx'
import { PartySize } from './PartySize.tsx'
import { SessionDays, useOpened } from './SessionDays.tsx'
import { useOffered } from './use-offered.ts'

interface HoldSeatsProps extends Omit<FragmentProps<SessionsData>, 'now'> {
  onHeld: (booking: Booking) => void
  /** What is held here already, shown between the choice and the button. */
  held: ReactNode
  /** Something held waits to be paid, which matters more now. */
  isHolding: boolean
}

const refusals: Record<RefusalOf<typeof holdSeats>, true> = {
  'session-full': true,
  'not-enough-seats': true,
  'session-started': true,
  'no-such-session': true,
}

export function HoldSeats({ data, host, idempotencyKey: firstKey, outcome, onHeld, held, isHolding }: HoldSeatsProps) {
  const { page, experienceId, city } = data
  const { t } = useMessages()
  const seats = usePartySize(host, experienceId)
  const offered = useOffered(host, data)
  const { sessions, days, from } = offered
  const opened = useOpened(sessions, seats)
  const { choices, chosenId, setChosen } = useChosen(opened)
  const legend = useRef<HTMLLegendElement>(null)
  const submission = useSubmission<typeof holdSeats>(host, 'POST /holds', firstKey, {
    form: 'hold',
    outcome,
    refusals,
    onDone({ booking }) {
      onHeld(booking)
      host.bus.emit('bookings:seats-held', toSeatsHeld(booking))
    },
  })
  const { step } = submission
  const isSent = step.name === 'sent'
  const chosen = sessions.find(({ data }) => data.sessionId === chosenId)?.data
  if (days.length === 0) return <p className={styles.empty}>{t('sessions.none')}</p>
  return (
    <div className={styles.choice} ref={choices}>
      <DateChoice page={page} days={days} from={from} onChoose={(day) => void offered.show(day)} />
      <SubmissionForm
        submission={submission}
        action="/api/bookings/holds"
        page={page}
        read={toWish}
        className={styles.form}
        aria-labelledby="bookings-sessions"
      >
        <div className={styles.days} aria-busy={offered.isBusy}>
          {sessions.length === 0 && <p className={styles.soft}>{t('sessions.none-after')}</p>}
          <SessionDays
            key={from}
            sessions={sessions}
            city={city}
            seats={seats}
            opened={opened}
            chosen={chosenId}
            onChoose={setChosen}
            host={host}
            headingRef={legend}
          />
          <OtherDates
            page={page}
            offered={offered}
            onShow={(day) => void offered.show(day).then(() => legend.current?.focus())}
          />
        </div>
        <PartySize seats={seats} />
        <HoldOutcome step={step} chosen={chosen} city={city} page={page} />
        {held}
        <div className={styles.action}>
          {chosen && <Chosen session={chosen} seats={seats} />}
          <HoldButton
            seats={seats}
            kind={isHolding || isSent ? 'quiet' : 'action'}
            busy={isSent}
            signInHref={host.user === null ? toSignInHref(page) : null}
          />
        </div>
        <p className={styles.soft}>{t('hold.note')}</p>
      </SubmissionForm>
    </div>
  )
}

/** What is asked for is shown at once, as what it will be; then what was decided takes its place. */
function HoldOutcome({
  step,
  chosen,
  city,
  page,
}: {
  step: SubmissionStepOf<typeof holdSeats>
  chosen: SessionSeats | undefined
  city: string | null
  page: string
}) {
  const { t, locale } = useMessages()
  const seats = step.name === 'sent' ? (step.wish.body?.seats ?? 1) : 1
  return (
    <Notices>
      {step.name === 'sent' && chosen && (
        <HeldCard
          kind="wait"
          title={t('hold.sent', { seats })}
          startsAt={chosen.startsAt}
          zone={chosen.zone}
          city={city}
          time={t('hold.nothing-charged')}
          action={
            <Button disabled>{t('pay.button', { price: toPrice(toTotal({ ...chosen, seats }), locale) })}</Button>
          }
        />
      )}
      {step.name === 'refused' && <Notice kind="loss">{t(`hold.refusal.${step.refusal}`)}</Notice>}
      {step.name === 'unsure' && <ErrorNotice fault={step.fault} signInHref={toSignInHref(page)} />}
    </Notices>
  )
}

/** On a phone, beside the button that stays in sight: what it is that would be held. */
function Chosen({ session, seats }: { session: SessionSeats; seats: number }) {
  const { locale } = useMessages()
  return (
    <p className={styles.chosen} suppressHydrationWarning>
      {toDayAndTime(session.startsAt, session.zone, locale)}{' '}
      <strong suppressHydrationWarning>{toPrice(toTotal({ ...session, seats }), locale)}</strong>
    </p>
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

/** The radio buttons know what is chosen, also what was chosen before there was script; this only follows them. */
function useChosen(opened: string | undefined) {
  const choices = useRef<HTMLDivElement>(null)
  const [chosenId, setChosen] = useState(opened)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sessions are there when another one is opened
  useEffect(() => {
    setChosen(choices.current?.querySelector<HTMLInputElement>('[name="sessionId"]:checked')?.value)
  }, [opened])
  return { choices, chosenId, setChosen }
}
