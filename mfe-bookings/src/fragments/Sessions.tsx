import type { Booking, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { useClock } from '@fernweh/ui/use-clock'
import { useRef, useState } from 'react'
import { mergeBookings } from '../bookings-told.ts'
import { HoldSeats } from '../features/hold-seats/HoldSeats.tsx'
import { PhoneBar } from '../features/hold-seats/PhoneBar.tsx'
import { HeldHere } from '../features/my-bookings/HeldHere.tsx'
import { useBookingChanges } from '../use-booking-changes.ts'
import { useMessages } from '../use-messages.ts'
import styles from './Sessions.module.css'

export function Sessions(props: FragmentProps<SessionsData>) {
  const { mine, sessions } = props.data
  const { t } = useMessages()
  const section = useRef<HTMLElement>(null)
  return (
    <section className={styles.sessions} ref={section} aria-labelledby="bookings-sessions">
      <h2 id="bookings-sessions" className={styles.heading} tabIndex={-1}>
        {t('sessions.heading')}
      </h2>
      {mine === null ? (
        <HoldSeats {...props} held={null} isHolding={false} onHeld={() => {}} />
      ) : (
        <TravellersSessions {...props} mine={mine} />
      )}
      <PhoneBar sessions={sessions.map(({ data }) => data)} section={section} />
    </section>
  )
}

function TravellersSessions({
  mine,
  now,
  ...fragment
}: FragmentProps<SessionsData> & { mine: Versioned<TravellerBookings> }) {
  const { host, data } = fragment
  const clock = useClock(now)
  const followed = useFeed(host, mine).data.bookings
  const [answered, setAnswered] = useState<Booking[]>([])
  const all = mergeBookings(followed, answered)
  const [lastChanged] = useBookingChanges(host, all).filter(({ experienceId }) => experienceId === data.experienceId)
  const held = all.filter(({ experienceId, status }) => experienceId === data.experienceId && status === 'held')
  return (
    <HoldSeats
      {...fragment}
      onHeld={(booking) => setAnswered((earlier) => [booking, ...earlier])}
      held={
        <HeldHere
          held={held}
          city={data.city}
          newest={answered[0]?.bookingId}
          lastChanged={lastChanged}
          clock={clock}
        />
      }
      isHolding={held.length > 0}
    />
  )
}
