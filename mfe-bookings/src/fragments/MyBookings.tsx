import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { MyBookingsData } from '@fernweh/contracts/fragments/bookings'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { useClock } from '@fernweh/ui/use-clock'
import { BookingList } from '../features/my-bookings/BookingList.tsx'
import { PayBooking } from '../features/pay/PayBooking.tsx'
import { ReleaseHold } from '../features/release/ReleaseHold.tsx'
import { toSignInHref } from '../sign-in-href.ts'
import { useMessages } from '../use-messages.ts'
import styles from './Page.module.css'

export function MyBookings({ data: { mine, page }, now, ...fragment }: FragmentProps<MyBookingsData>) {
  const { t } = useMessages()
  const clock = useClock(now)
  const actions = (booking: Booking, tell: (booking: Booking) => void) => (
    <>
      <PayBooking booking={booking} page={page} {...fragment} />
      <ReleaseHold booking={booking} page={page} {...fragment} onReleased={tell} />
    </>
  )
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('my-bookings.title')}</h1>
      {mine === null ? (
        <SignInFirst page={page} />
      ) : (
        <BookingList mine={mine} host={fragment.host} clock={clock} actions={actions} />
      )}
    </div>
  )
}

function SignInFirst({ page }: { page: string }) {
  const { t } = useMessages()
  return (
    <>
      <p>{t('my-bookings.sign-in-first')}</p>
      <p>
        <ButtonLink kind="action" href={toSignInHref(page)}>
          {t('my-bookings.sign-in')}
        </ButtonLink>
      </p>
    </>
  )
}
