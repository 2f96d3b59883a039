import type { holdSeats } from '@fernweh/contracts/api/bookings'
import { cityIn } from '@fernweh/contracts/browser/city-names'
import { type SessionChoice, withSessionChoice } from '@fernweh/contracts/browser/session-choice'
import type { Booking, SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { Form } from '@fernweh/kit/browser/forms/form'
import { type FormControl, type FormFragment, useForm } from '@fernweh/kit/browser/forms/use-form'
import { changeAddress, currentPage, usePageAddress } from '@fernweh/kit/browser/host/page-address'
import { useBus } from '@fernweh/kit/browser/host/use-bus'
import { FormStatus } from '@fernweh/ui/feedback/FormStatus'
import { Button } from '@fernweh/ui/forms/Button'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CancellationTerms } from '../../booking/CancellationTerms.tsx'
import { HoldCard } from '../../booking/HoldCard.tsx'
import type { TeamFragmentProps, TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { DateCalendar } from './DateCalendar.tsx'
import { DateLinks } from './DateLinks.tsx'
import { HoldAction } from './HoldAction.tsx'
import styles from './HoldSeatsForm.module.css'
import { PartySizeSelect } from './PartySizeSelect.tsx'
import { countSeats, SessionDays, useDefaultSession } from './SessionDays.tsx'
import { useSessionList } from './use-session-list.ts'
import { takeWantedHold } from './wanted-hold.ts'

interface HoldSeatsFormProps extends Omit<TeamFragmentProps<SessionsData>, 'now'> {
  onHeld: (booking: Booking) => void
  /** The person's holds for this experience. While there are any, paying is the main action and holding more is secondary. */
  holds: Booking[]
  /** Shown between the choice and the button. */
  currentHolds: ReactNode
}

export function HoldSeatsForm({ data, onHeld, holds, currentHolds, ...fragment }: HoldSeatsFormProps) {
  const { host } = fragment
  const { t, locale } = useMessages()
  const city = cityIn(data, locale)
  const page = usePageAddress(host, data.page)
  const seats = usePartySize(host, data)
  const sessionList = useSessionList(host, data)
  const { sessions, days, from } = sessionList
  const defaultId = useDefaultSession(sessions, { ...data.choice, seats })
  const { choice, selectedId, setSelected } = useSelectedSession(defaultId)
  const legend = useRef<HTMLLegendElement>(null)
  const form = useForm<typeof holdSeats>(fragment, 'POST /holds', {
    id: 'hold',
    page,
    refusals: {
      'session-full': t('hold.refusal.session-full'),
      'not-enough-seats': t('hold.refusal.not-enough-seats'),
      'session-started': t('hold.refusal.session-started'),
      'no-such-session': t('hold.refusal.no-such-session'),
    },
    toBody: toHold,
    onDone({ booking }) {
      onHeld(booking)
      host.bus.emit('bookings:seats-held', toSeatsHeld(booking))
    },
  })
  useWantedHold(fragment, form, data.choice)
  const selected = sessions.find(({ data }) => data.sessionId === selectedId)
  const choose = (sessionId: string) => {
    setSelected(sessionId)
    changeAddress(host, withSessionChoice(currentPage(), { sessionId }))
  }
  const show = (day: string | null) => void sessionList.show(day).then(() => legend.current?.focus())
  if (days.length === 0) return <p className={styles.empty}>{t('sessions.none')}</p>
  return (
    <div className={styles.choice} ref={choice}>
      <Form form={form} className={styles.form} aria-labelledby="bookings-sessions">
        <div className={styles.days} aria-busy={sessionList.isBusy}>
          {sessions.length === 0 && <p className={styles.soft}>{t('sessions.none-after')}</p>}
          <SessionDays
            key={from}
            sessions={sessions}
            city={city}
            seats={seats}
            defaultId={defaultId}
            selectedId={selectedId}
            holds={holds}
            onSelect={choose}
            host={host}
            headingRef={legend}
          />
          <DateLinks page={page} sessionList={sessionList} onShow={show} />
        </div>
        <PartySizeSelect seats={seats} />
        <HoldStatus form={form} selected={selected?.data} city={city} />
        {currentHolds}
        <HoldAction
          session={selected}
          seats={seats}
          ownSeats={countSeats(holds, selectedId)}
          page={page}
          host={host}
          kind={holds.length > 0 || form.busy ? 'quiet' : 'action'}
          busy={form.busy}
        />
        <div className={styles.soft}>
          {selected && <CancellationTerms start={selected.data} price={selected.data.price} />}
          <p>{t(selected?.data.price.amount === 0 ? 'hold.note-free' : 'hold.note')}</p>
        </div>
      </Form>
      <DateCalendar page={page} days={days} from={from} seats={seats} onSelect={show} />
    </div>
  )
}

/** Shows a pending hold as it will look once it is held, until the answer replaces it. */
function HoldStatus({
  form,
  selected,
  city,
}: {
  form: FormControl<typeof holdSeats>
  selected: SessionSeats | undefined
  city: string | null
}) {
  const { t } = useMessages()
  const seats = form.step.name === 'sent' ? (form.step.input.body?.seats ?? 1) : 1
  return (
    <FormStatus
      form={form}
      pending={
        selected && (
          <HoldCard
            kind="wait"
            title={t('hold.sent', { seats })}
            start={selected}
            city={city}
            time={selected.price.amount === 0 ? t('hold.note-free') : t('hold.nothing-charged')}
            action={<Button disabled>{t(selected.price.amount === 0 ? 'pay.go-to-free' : 'pay.go-to')}</Button>}
          />
        )
      }
    />
  )
}

function toHold(fields: FormData) {
  return { sessionId: String(fields.get('sessionId')), seats: Number(fields.get('seats')) }
}

function toSeatsHeld({ sessionId, experienceId, bookingId, seats }: Booking) {
  return { sessionId, experienceId, bookingId, seats }
}

function usePartySize(host: TeamHost, { experienceId, choice }: SessionsData): number {
  const message = useBus(host, 'search:party-size-chosen', null)
  return message?.experienceId === experienceId ? message.seats : choice.seats
}

/** Holds at once what was wanted before the sign-in. */
function useWantedHold({ host }: FormFragment, { submission }: FormControl<typeof holdSeats>, choice: SessionChoice) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only as the page opens
  useEffect(() => {
    const { sessionId, seats } = choice
    if (host.user === null || sessionId === null || !takeWantedHold(choice)) return
    void submission.send({ body: { sessionId, seats } })
  }, [])
}

/** Mirrors the radio buttons, which may have been changed before hydration. */
function useSelectedSession(defaultId: string | undefined) {
  const choice = useRef<HTMLDivElement>(null)
  const [selectedId, setSelected] = useState(defaultId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another default means that other sessions are listed
  useEffect(() => {
    setSelected(choice.current?.querySelector<HTMLInputElement>('[name="sessionId"]:checked')?.value)
  }, [defaultId])
  return { choice, selectedId, setSelected }
}
