import type { BookingData, BookingView } from '@fernweh/contracts/fragments/bookings'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { useClock } from '@fernweh/ui/use-clock'
import { useRef } from 'react'
import { useBookingChanges } from '../booking/use-booking-changes.ts'
import { useLatestBooking } from '../booking/use-latest-booking.ts'
import { BookingHeader } from '../features/show-booking/BookingHeader.tsx'
import { BookingStatus } from '../features/show-booking/BookingStatus.tsx'
import { toBookingPhase } from '../features/show-booking/booking-phase.ts'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import { BookingActions } from './BookingActions.tsx'
import styles from './Page.module.css'

export function Booking({ data: { page, view }, ...fragment }: TeamFragmentProps<BookingData>) {
  return view ? <OwnBooking page={page} view={view} {...fragment} /> : <BookingNotFound />
}

interface OwnBookingProps extends Omit<TeamFragmentProps<BookingData>, 'data'> {
  page: string
  view: BookingView
}

function OwnBooking({ page, view, now, ...fragment }: OwnBookingProps) {
  const { host } = fragment
  const { t } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const feed = useFeed(host, view.booking)
  const { data: payment, update: setPayment } = useFeed(host, view.payment)
  const [booking, setAnswered] = useLatestBooking(feed.data)
  const { back } = view
  const clock = useClock(now)
  useBookingChanges(host, [booking], clock)
  const phase = toBookingPhase({ booking, payment, back })
  const status = { phase, booking, payment, back, clock, headingRef: heading }
  return (
    <article className={styles.booking} data-booking={booking.bookingId} data-phase={phase}>
      <div className={styles.page}>
        <BookingHeader booking={booking} />
        <BookingStatus {...status} />
        {feed.status === 'offline' && <p className={styles.soft}>{t('booking.offline')}</p>}
      </div>
      <div className={styles.page}>
        <BookingActions
          phase={phase}
          booking={booking}
          payment={payment}
          back={back}
          page={page}
          now={now}
          {...fragment}
          onPayment={(answered) => {
            setPayment(answered)
            if (answered.data.url === null) heading.current?.focus()
          }}
          onBooking={(answered) => {
            setAnswered(answered)
            heading.current?.focus()
          }}
        />
      </div>
    </article>
  )
}

function BookingNotFound() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1 className={styles.title}>{t('booking-not-found.title')}</h1>}>
      <p>{t('booking-not-found.text')}</p>
      <p>
        <ButtonLink href="/bookings">{t('booking-not-found.link')}</ButtonLink>
      </p>
    </EmptyState>
  )
}
