import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Announcement } from '@fernweh/ui/Notice'
import { PlaceTime, toClockTime, toDay } from '@fernweh/ui/PlaceTime'
import { toPrice } from '@fernweh/ui/Price'
import { Tick } from '@fernweh/ui/Tick'
import { useState } from 'react'
import { toAvailability, toAvailabilityWords } from './availability.ts'
import styles from './SessionChoice.module.css'

interface SessionChoiceProps {
  session: Versioned<SessionSeats>
  chosen: boolean
  seats: number
  host: Host
}

export function SessionChoice({ session, chosen, seats, host }: SessionChoiceProps) {
  const { data } = useFeed(host, session)
  const { sessionId, seatsLeft, price } = data
  const total = { ...price, amount: price.amount * seats }
  return (
    <>
      <label className={styles.choice} data-session={sessionId}>
        <input type="radio" name="sessionId" value={sessionId} defaultChecked={chosen} required />
        <span className={styles.words}>
          <span className={styles.when}>
            <PlaceTime instant={data.startsAt} zone={data.zone} />
          </span>
          <span className={styles[toAvailability(seatsLeft)]}>
            <Tick>{toAvailabilityWords(seatsLeft)}</Tick>
          </span>
        </span>
        <span className={styles.price} suppressHydrationWarning>
          {toPrice(total, host.locale)}
        </span>
      </label>
      <SpokenChange session={data} locale={host.locale} />
    </>
  )
}

/** Speaks when seats run out or come back, not at every single seat. */
function SpokenChange({ session, locale }: { session: SessionSeats; locale: string }) {
  const { startsAt, zone, seatsLeft } = session
  const availability = toAvailability(seatsLeft)
  const [last, setLast] = useState({ availability, words: '' })
  if (last.availability !== availability) {
    const when = `${toDay(startsAt, zone, locale)}, ${toClockTime(startsAt, zone, locale)}`
    setLast({ availability, words: `${when}: ${toAvailabilityWords(seatsLeft)}` })
  }
  return <Announcement>{last.words}</Announcement>
}
