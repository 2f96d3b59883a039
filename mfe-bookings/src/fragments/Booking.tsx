import type { BookingData, BookingView } from '@fernweh/contracts/fragments/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { ButtonLink } from '@fernweh/ui/Button'
import { EmptyState } from '@fernweh/ui/EmptyState'
import { useClock } from '@fernweh/ui/use-clock'
import { useRef } from 'react'
import { BookingHead } from '../features/show-booking/BookingHead.tsx'
import { BookingStatus } from '../features/show-booking/BookingStatus.tsx'
import { toPhase } from '../features/show-booking/phase.ts'
import { useAnswered } from '../use-answered.ts'
import { useBookingChanges } from '../use-booking-changes.ts'
import { useMessages } from '../use-messages.ts'
import { BookingActions } from './BookingActions.tsx'
import styles from './Page.module.css'

export function Booking({ data: { page, view }, ...fragment }: FragmentProps<BookingData>) {
  return view ? <TravellersBooking page={page} view={view} {...fragment} /> : <NoBooking />
}

interface TravellersBookingProps extends Omit<FragmentProps<BookingData>, 'data'> {
  page: string
  view: BookingView
}

function TravellersBooking({ page, view, now, ...fragment }: TravellersBookingProps) {
  const { host } = fragment
  const { t } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const followed = useFeed(host, view.booking)
  const { data: payment, tell: tellPayment } = useFeed(host, view.payment)
  const [booking, tell] = useAnswered(followed.data)
  const { back } = view
  useBookingChanges(host, [booking])
  const phase = toPhase({ booking, payment, back })
  const status = { phase, booking, payment, back, clock: useClock(now), headingRef: heading }
  return (
    <article className={styles.page} data-booking={booking.bookingId} data-phase={phase}>
      <BookingHead booking={booking} />
      <BookingStatus {...status} />
      <BookingActions
        phase={phase}
        booking={booking}
        payment={payment}
        back={back}
        page={page}
        now={now}
        {...fragment}
        onPayment={tellPayment}
        onBooking={(answered) => {
          tell(answered)
          heading.current?.focus()
        }}
      />
      {followed.status === 'offline' && <p className={styles.soft}>{t('booking.offline')}</p>}
    </article>
  )
}

function NoBooking() {
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
