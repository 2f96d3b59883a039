import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useState } from 'react'
import { SessionChoice } from './SessionChoice.tsx'
import styles from './SessionChoices.module.css'

const AT_FIRST = 6

interface SessionChoicesProps {
  sessions: Versioned<SessionSeats>[]
  /** The party's size: the first session with room for it is chosen at first. */
  seats: number
  host: Host
}

export function SessionChoices({ sessions, seats, host }: SessionChoicesProps) {
  const [opened] = useState(() => sessions.find(({ data }) => data.seatsLeft >= seats) ?? sessions[0])
  const choice = (session: Versioned<SessionSeats>) => (
    <SessionChoice key={session.feed} session={session} chosen={session === opened} seats={seats} host={host} />
  )
  const later = sessions.slice(AT_FIRST)
  return (
    <fieldset>
      <legend className={styles.legend}>Times and prices for {seats === 1 ? '1 person' : `${seats} people`}</legend>
      {sessions.slice(0, AT_FIRST).map(choice)}
      {later.length > 0 && (
        <details className={styles.later} open={later.some((session) => session === opened)}>
          <summary>{later.length} later times</summary>
          {later.map(choice)}
        </details>
      )}
    </fieldset>
  )
}
