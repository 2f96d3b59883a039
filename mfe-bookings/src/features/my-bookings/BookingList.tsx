import type { Booking, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { ButtonLink } from '@fernweh/ui/Button'
import { EmptyState } from '@fernweh/ui/EmptyState'
import type { Clock } from '@fernweh/ui/use-clock'
import { useState } from 'react'
import { useBookingChanges } from '../../use-booking-changes.ts'
import { useMessages } from '../../use-messages.ts'
import { type Actions, BookingItem } from './BookingItem.tsx'
import styles from './BookingList.module.css'
import { isAhead } from './status.ts'

interface BookingListProps {
  mine: Versioned<TravellerBookings>
  host: Host
  clock: Clock
  actions: Actions
}

/** A booking keeps its place when it changes, so that nothing jumps under a pointer. */
export function BookingList({ mine, host, clock, actions }: BookingListProps) {
  const { t } = useMessages()
  const { data, status } = useFeed(host, mine)
  const [earlierIds] = useState(() => new Set(mine.data.bookings.filter((one) => !isAhead(one)).map(toId)))
  useBookingChanges(host, data.bookings)
  const item = (booking: Booking) => (
    <BookingItem key={booking.bookingId} booking={booking} clock={clock} actions={actions} />
  )
  const earlier = data.bookings.filter((booking) => earlierIds.has(booking.bookingId)).sort((a, b) => byStart(b, a))
  const ahead = data.bookings.filter((booking) => !earlierIds.has(booking.bookingId)).sort(byStart)
  return (
    <>
      {status === 'offline' && <p className={styles.soft}>{t('booking.offline')}</p>}
      {ahead.length === 0 ? (
        <Empty />
      ) : (
        <section className={styles.bookings} aria-labelledby="bookings-ahead">
          <h2 id="bookings-ahead">{t('my-bookings.upcoming')}</h2>
          <ul className={styles.list}>{ahead.map(item)}</ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section className={styles.bookings} aria-labelledby="bookings-earlier">
          <h2 id="bookings-earlier">{t('my-bookings.past')}</h2>
          <ul className={styles.list}>{earlier.map(item)}</ul>
        </section>
      )}
    </>
  )
}

const toId = ({ bookingId }: Booking) => bookingId
const byStart = (a: Booking, b: Booking) => Date.parse(a.startsAt) - Date.parse(b.startsAt)

function Empty() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h2>{t('my-bookings.empty-title')}</h2>}>
      <p>{t('my-bookings.empty')}</p>
      <p>
        <ButtonLink kind="action" href="/">
          {t('my-bookings.browse')}
        </ButtonLink>
      </p>
    </EmptyState>
  )
}
