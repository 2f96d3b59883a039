import type { Booking, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { ButtonLink } from '@fernweh/ui/Button'
import type { Clock } from '@fernweh/ui/use-clock'
import { useState } from 'react'
import { useBookingChanges } from '../../use-booking-changes.ts'
import { type Actions, BookingItem } from './BookingItem.tsx'
import styles from './BookingList.module.css'
import { isAhead } from './status-words.ts'

interface BookingListProps {
  mine: Versioned<TravellerBookings>
  host: Host
  clock: Clock
  actions: Actions
}

/** A booking keeps its place when it changes, so that nothing jumps under a pointer. */
export function BookingList({ mine, host, clock, actions }: BookingListProps) {
  const { data, status } = useFeed(host, mine)
  const [earlierIds] = useState(() => new Set(mine.data.bookings.filter((one) => !isAhead(one)).map(toId)))
  useBookingChanges(host, data.bookings)
  const item = (booking: Booking) => (
    <BookingItem key={booking.bookingId} booking={booking} clock={clock} actions={actions} />
  )
  const earlier = data.bookings.filter((booking) => earlierIds.has(booking.bookingId))
  const ahead = data.bookings.filter((booking) => !earlierIds.has(booking.bookingId))
  return (
    <>
      {status === 'offline' && <p className={styles.soft}>Not live for the moment; we are reconnecting.</p>}
      {ahead.length === 0 && <Empty />}
      <ul className={styles.list}>{ahead.map(item)}</ul>
      {earlier.length > 0 && (
        <section className={styles.earlier} aria-labelledby="bookings-earlier">
          <h2 id="bookings-earlier">Earlier</h2>
          <ul className={styles.list}>{earlier.map(item)}</ul>
        </section>
      )}
    </>
  )
}

const toId = ({ bookingId }: Booking) => bookingId

function Empty() {
  return (
    <>
      <p>Nothing is booked or held at the moment. When it is, it waits for you here.</p>
      <p>
        <ButtonLink kind="action" href="/">
          Find something
        </ButtonLink>
      </p>
    </>
  )
}
