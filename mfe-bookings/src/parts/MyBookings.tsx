import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { MyBookingsData } from '@fernweh/contracts/parts/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { useClock } from '@fernweh/ui/use-clock'
import { BookingList } from '../features/my-bookings/BookingList.tsx'
import { PayBooking } from '../features/pay/PayBooking.tsx'
import { ReleaseHold } from '../features/release/ReleaseHold.tsx'
import { toSignInHref } from '../sign-in-href.ts'
import styles from './Page.module.css'

export function MyBookings({ data: { mine, page }, now, ...part }: PartProps<MyBookingsData>) {
  const clock = useClock(now)
  const actions = (booking: Booking, tell: (booking: Booking) => void) => (
    <>
      <PayBooking booking={booking} page={page} {...part} />
      <ReleaseHold booking={booking} page={page} {...part} onReleased={tell} />
    </>
  )
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>My bookings</h1>
      {mine === null ? (
        <SignInFirst page={page} />
      ) : (
        <BookingList mine={mine} host={part.host} clock={clock} actions={actions} />
      )}
    </div>
  )
}

function SignInFirst({ page }: { page: string }) {
  return (
    <>
      <p>Your bookings are shown here once we know who you are.</p>
      <p>
        <ButtonLink kind="action" href={toSignInHref(page)}>
          Sign in
        </ButtonLink>
      </p>
    </>
  )
}
