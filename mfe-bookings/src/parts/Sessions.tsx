import type { Booking, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { SessionsData } from '@fernweh/contracts/parts/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { useClock } from '@fernweh/ui/use-clock'
import { useState } from 'react'
import { mergeBookings } from '../bookings-told.ts'
import { HoldSeats } from '../features/hold-seats/HoldSeats.tsx'
import { HeldHere } from '../features/my-bookings/HeldHere.tsx'
import { useBookingChanges } from '../use-booking-changes.ts'

export function Sessions(props: PartProps<SessionsData>) {
  const { mine } = props.data
  return (
    <section aria-labelledby="bookings-sessions">
      <h2 id="bookings-sessions">When</h2>
      {mine === null ? (
        <HoldSeats {...props} held={null} isHolding={false} onHeld={() => {}} />
      ) : (
        <TravellersSessions {...props} mine={mine} />
      )}
    </section>
  )
}

function TravellersSessions({ mine, now, ...part }: PartProps<SessionsData> & { mine: Versioned<TravellerBookings> }) {
  const { host, data } = part
  const clock = useClock(now)
  const followed = useFeed(host, mine).data.bookings
  const [answered, setAnswered] = useState<Booking[]>([])
  const all = mergeBookings(followed, answered)
  const [lastChanged] = useBookingChanges(host, all).filter(({ experienceId }) => experienceId === data.experienceId)
  const held = all.filter(({ experienceId, status }) => experienceId === data.experienceId && status === 'held')
  return (
    <HoldSeats
      {...part}
      onHeld={(booking) => setAnswered((earlier) => [booking, ...earlier])}
      held={<HeldHere held={held} lastChanged={lastChanged} host={host} clock={clock} />}
      isHolding={held.length > 0}
    />
  )
}
