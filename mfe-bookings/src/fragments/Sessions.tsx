import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { Booking, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { useClock } from '@fernweh/ui/use-clock'
import { useRef, useState } from 'react'
import { mergeBookings } from '../booking/booking-changes.ts'
import { useBookingChanges } from '../booking/use-booking-changes.ts'
import { HoldSeatsForm } from '../features/hold-seats/HoldSeatsForm.tsx'
import { MobileBar } from '../features/hold-seats/MobileBar.tsx'
import { CurrentHolds } from '../features/my-bookings/CurrentHolds.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Sessions.module.css'

export function Sessions(props: TeamFragmentProps<SessionsData>) {
  const { mine, sessions } = props.data
  const { t } = useMessages()
  const section = useRef<HTMLElement>(null)
  return (
    <section className={styles.sessions} ref={section} aria-labelledby="bookings-sessions">
      <h2 id="bookings-sessions" className={styles.heading} tabIndex={-1}>
        {t('sessions.heading')}
      </h2>
      {mine === null ? (
        <HoldSeatsForm {...props} holds={[]} currentHolds={null} onHeld={() => {}} />
      ) : (
        <SessionsWithHolds {...props} mine={mine} />
      )}
      <MobileBar sessions={sessions.map(({ data }) => data)} section={section} />
    </section>
  )
}

function SessionsWithHolds({
  mine,
  now,
  ...fragment
}: TeamFragmentProps<SessionsData> & { mine: Versioned<TravellerBookings> }) {
  const { host, data } = fragment
  const { locale } = useMessages()
  const clock = useClock(now)
  const fromFeed = useFeed(host, mine).data.bookings
  const [answered, setAnswered] = useState<Booking[]>([])
  const all = mergeBookings(fromFeed, answered)
  const [lastChanged] = useBookingChanges(host, all, clock).filter(
    ({ experienceId }) => experienceId === data.experienceId,
  )
  const holds = all.filter(({ experienceId, status }) => experienceId === data.experienceId && status === 'held')
  return (
    <HoldSeatsForm
      {...fragment}
      onHeld={(booking) => setAnswered((earlier) => [booking, ...earlier])}
      holds={holds}
      currentHolds={
        <CurrentHolds
          holds={holds}
          city={cityIn(data, locale)}
          newest={answered[0]?.bookingId}
          lastChanged={lastChanged}
          clock={clock}
        />
      }
    />
  )
}
