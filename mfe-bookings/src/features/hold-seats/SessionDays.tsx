import type { SessionChoice } from '@fernweh/contracts/browser/session-choice'
import type { Booking, SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { toDay, toZoneName } from '@fernweh/ui/content/PlaceTime'
import { type Ref, useState } from 'react'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './SessionDays.module.css'
import { SessionOption } from './SessionOption.tsx'

interface SessionDaysProps {
  sessions: Versioned<SessionSeats>[]
  city: string | null
  seats: number
  /** The person's holds for this experience. */
  holds: Booking[]
  /** The session that is selected at first. */
  defaultId: string | undefined
  /** Undefined until it is read from the form. */
  selectedId: string | undefined
  onSelect: (sessionId: string) => void
  host: TeamHost
  headingRef: Ref<HTMLLegendElement>
}

/** One radio group for all days: arrow keys move within it, Tab leaves it. */
export function SessionDays({
  sessions,
  city,
  seats,
  holds,
  defaultId,
  selectedId,
  onSelect,
  host,
  headingRef,
}: SessionDaysProps) {
  const { t, locale } = useMessages()
  const [first] = sessions
  return (
    <fieldset
      className={styles.days}
      onChange={({ target }) => target instanceof HTMLInputElement && onSelect(target.value)}
    >
      <legend className={styles.legend} ref={headingRef} tabIndex={-1}>
        {t('sessions.legend', { seats })}
      </legend>
      {groupByDay(sessions, locale).map(({ day, sessions }, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a nested fieldset would be announced as another question
        <div key={sessions[0]?.feed} className={styles.day} role="group" aria-labelledby={`bookings-day-${at}`}>
          <h3 id={`bookings-day-${at}`} className={styles.heading} suppressHydrationWarning>
            {day}
          </h3>
          {sessions.map((session) => (
            <SessionOption
              key={session.feed}
              session={session}
              isDefault={session.data.sessionId === defaultId}
              isSelected={session.data.sessionId === selectedId}
              seats={seats}
              ownSeats={countSeats(holds, session.data.sessionId)}
              host={host}
            />
          ))}
        </div>
      ))}
      {first && (
        <p className={styles.place}>{t('sessions.time-zone', { place: city ?? toZoneName(first.data.zone) })}</p>
      )}
    </fieldset>
  )
}

interface Day {
  day: string
  sessions: Versioned<SessionSeats>[]
}

function groupByDay(sessions: Versioned<SessionSeats>[], locale: string): Day[] {
  const days: Day[] = []
  for (const session of sessions) {
    const day = toDay(session.data, locale)
    if (days.at(-1)?.day === day) days.at(-1)?.sessions.push(session)
    else days.push({ day, sessions: [session] })
  }
  return days
}

/** Seats of these holds in the session. */
export function countSeats(holds: Booking[], sessionId: string | undefined): number {
  return holds.reduce((sum, hold) => (hold.sessionId === sessionId ? sum + hold.seats : sum), 0)
}

/**
 * Id of the requested session or else of the first one with room for the party; stays the same until other sessions are
 * listed. Undefined when there is none.
 */
export function useDefaultSession(sessions: Versioned<SessionSeats>[], choice: SessionChoice): string | undefined {
  const findDefault = () => {
    const requested = sessions.find(({ data }) => data.sessionId === choice.sessionId)
    const first = requested ?? sessions.find(({ data }) => data.seatsLeft >= choice.seats)
    return { sessions, id: first?.data.sessionId }
  }
  const [selected, setSelected] = useState(findDefault)
  if (selected.sessions !== sessions) setSelected(findDefault())
  return selected.id
}
