import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { MyBookingsData } from '@fernweh/contracts/fragments/bookings'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { useClock } from '@fernweh/ui/use-clock'
import { BookingList } from '../features/my-bookings/BookingList.tsx'
import { PayBookingForm } from '../features/pay-booking/PayBookingForm.tsx'
import { ReleaseHoldForm } from '../features/release-hold/ReleaseHoldForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Page.module.css'

export function MyBookings({
  data: { mine, toReview, page, earlier },
  now,
  ...fragment
}: TeamFragmentProps<MyBookingsData>) {
  const { t } = useMessages()
  const clock = useClock(now)
  const actions = (booking: Booking, onAnswered: (booking: Booking) => void) => (
    <>
      <PayBookingForm booking={booking} page={page} {...fragment} />
      <ReleaseHoldForm booking={booking} page={page} {...fragment} onReleased={onAnswered} />
    </>
  )
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('my-bookings.title')}</h1>
      {mine === null ? (
        <SignInPrompt page={page} />
      ) : (
        <BookingList
          mine={mine}
          earlier={earlier ?? null}
          toReview={toReview}
          host={fragment.host}
          clock={clock}
          actions={actions}
        />
      )}
    </div>
  )
}

function SignInPrompt({ page }: { page: string }) {
  const { t } = useMessages()
  return (
    <>
      <p>{t('my-bookings.sign-in-first')}</p>
      <p>
        <ButtonLink kind="action" href={toSignInPath(page)}>
          {t('my-bookings.sign-in')}
        </ButtonLink>
      </p>
    </>
  )
}
