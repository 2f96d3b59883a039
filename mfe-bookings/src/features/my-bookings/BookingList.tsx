import type { Booking, TravellerBookings } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { MyBookingsData } from '@fernweh/contracts/fragments/bookings'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import type { Clock } from '@fernweh/ui/use-clock'
import { type ReactNode, useState } from 'react'
import { useBookingChanges } from '../../booking/use-booking-changes.ts'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { BookingItem, type RenderBookingActions } from './BookingItem.tsx'
import styles from './BookingList.module.css'
import { isUpcoming } from './booking-status.ts'

interface BookingListProps {
  mine: Versioned<TravellerBookings>
  /** Shown instead of the upcoming and latest bookings. */
  earlier: NonNullable<MyBookingsData['earlier']> | null
  /** Bookings that can be reviewed. */
  toReview: string[]
  host: TeamHost
  clock: Clock
  actions: RenderBookingActions
}

/** A booking stays in its section when it changes, so that nothing jumps under the pointer. */
export function BookingList({ mine, earlier, toReview, host, clock, actions }: BookingListProps) {
  const { t } = useMessages()
  const { data, status } = useFeed(host, mine)
  const [pastIds] = useState(() => new Set(mine.data.bookings.filter((booking) => !isUpcoming(booking)).map(toId)))
  useBookingChanges(host, data.bookings, clock)
  const item = (booking: Booking) => (
    <BookingItem
      key={booking.bookingId}
      booking={booking}
      isToReview={toReview.includes(booking.bookingId)}
      clock={clock}
      actions={actions}
    />
  )
  if (earlier) return <PastBookings {...earlier} item={item} isFirst={false} />
  const past = data.bookings.filter((booking) => pastIds.has(booking.bookingId)).sort((a, b) => byStart(b, a))
  const upcoming = data.bookings.filter((booking) => !pastIds.has(booking.bookingId)).sort(byStart)
  return (
    <>
      {status === 'offline' && <p className={styles.soft}>{t('booking.offline')}</p>}
      {upcoming.length === 0 ? (
        <NoBookings />
      ) : (
        <section className={styles.bookings} aria-labelledby="bookings-upcoming">
          <h2 id="bookings-upcoming">{t('my-bookings.upcoming')}</h2>
          <ul className={styles.list}>{upcoming.map(item)}</ul>
        </section>
      )}
      {past.length > 0 && <PastBookings bookings={past} earlier={data.earlier ?? null} item={item} isFirst />}
    </>
  )
}

interface PastBookingsProps {
  bookings: Booking[]
  /** The last of them when there are earlier ones. */
  earlier: string | null
  item: (booking: Booking) => ReactNode
  /** Whether these are the latest ones. */
  isFirst: boolean
}

function PastBookings({ bookings, earlier, item, isFirst }: PastBookingsProps) {
  const { t } = useMessages()
  return (
    <section className={styles.bookings} aria-labelledby="bookings-past">
      <h2 id="bookings-past">{t('my-bookings.past')}</h2>
      <ul className={styles.list}>{bookings.map(item)}</ul>
      <p className={styles.pages}>
        {!isFirst && <a href="/bookings">{t('my-bookings.latest')}</a>}
        {earlier !== null && <a href={`/bookings?before=${earlier}`}>{t('my-bookings.earlier')}</a>}
      </p>
    </section>
  )
}

const toId = ({ bookingId }: Booking) => bookingId
const byStart = (a: Booking, b: Booking) => Date.parse(a.startsAt) - Date.parse(b.startsAt)

function NoBookings() {
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
