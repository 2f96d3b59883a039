import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
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
    const day = toDay(session.data.startsAt, session.data.zone, locale)
    if (days.at(-1)?.day === day) days.at(-1)?.sessions.push(session)
    else days.push({ day, sessions: [session] })
  }
  return days
}

/** Id of the first session with enough seats; stays the same until other sessions are listed. */
export function useDefaultSession(sessions: Versioned<SessionSeats>[], seats: number): string | undefined {
  const findDefault = () => ({
    sessions,
    id: (sessions.find(({ data }) => data.seatsLeft >= seats) ?? sessions[0])?.data.sessionId,
  })
  const [selected, setSelected] = useState(findDefault)
  if (selected.sessions !== sessions) setSelected(findDefault())
  return selected.id
}
