import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { toDay, toZoneName } from '@fernweh/ui/PlaceTime'
import { type Ref, useState } from 'react'
import { useMessages } from '../../use-messages.ts'
import { SessionChoice } from './SessionChoice.tsx'
import styles from './SessionDays.module.css'

interface SessionDaysProps {
  sessions: Versioned<SessionSeats>[]
  city: string | null
  seats: number
  /** At first; the form knows what is chosen then. */
  opened: string | undefined
  /** As far as it is known. */
  chosen: string | undefined
  onChoose: (sessionId: string) => void
  host: Host
  headingRef: Ref<HTMLLegendElement>
}

/** One radio group over all days: arrow keys go through it, Tab passes it. */
export function SessionDays({ sessions, city, seats, opened, chosen, onChoose, host, headingRef }: SessionDaysProps) {
  const { t, locale } = useMessages()
  const [first] = sessions
  return (
    <fieldset
      className={styles.days}
      onChange={({ target }) => target instanceof HTMLInputElement && onChoose(target.value)}
    >
      <legend className={styles.legend} ref={headingRef} tabIndex={-1}>
        {t('sessions.legend', { seats })}
      </legend>
      {groupByDay(sessions, locale).map(({ day, sessions }, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read as another question
        <div key={sessions[0]?.feed} className={styles.day} role="group" aria-labelledby={`bookings-day-${at}`}>
          <h3 id={`bookings-day-${at}`} className={styles.heading} suppressHydrationWarning>
            {day}
          </h3>
          {sessions.map((session) => (
            <SessionChoice
              key={session.feed}
              session={session}
              opened={session.data.sessionId === opened}
              chosen={session.data.sessionId === chosen}
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

/** The first with room for the party, for as long as these are the sessions. */
export function useOpened(sessions: Versioned<SessionSeats>[], seats: number): string | undefined {
  const toOpened = () => ({
    sessions,
    id: (sessions.find(({ data }) => data.seatsLeft >= seats) ?? sessions[0])?.data.sessionId,
  })
  const [opened, setOpened] = useState(toOpened)
  if (opened.sessions !== sessions) setOpened(toOpened())
  return opened.id
}
