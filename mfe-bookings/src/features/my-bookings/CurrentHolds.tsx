import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Countdown } from '@fernweh/ui/content/Countdown'
import { Notice, Notices } from '@fernweh/ui/feedback/Notice'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import type { Clock } from '@fernweh/ui/use-clock'
import { HoldCard } from '../../booking/HoldCard.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import { statusOf } from './booking-status.ts'

interface CurrentHoldsProps {
  holds: Booking[]
  city: string | null
  /** Id of the hold that was just made on this page. */
  newest: string | undefined
  /** The last booking that changed while the page was open. */
  lastChanged: Booking | undefined
  clock: Clock
}

/** The person's holds for the experience on this page; payment continues on the booking's page. */
export function CurrentHolds({ holds, city, newest, lastChanged, clock }: CurrentHoldsProps) {
  const { t } = useMessages()
  return (
    <>
      <Notices>
        {lastChanged && (
          <Notice kind={lastChanged.status === 'confirmed' ? 'calm' : 'loss'}>
            {t(`status.${statusOf(lastChanged)}`)}
          </Notice>
        )}
      </Notices>
      {holds.map((booking) => (
        <HoldCard
          key={booking.bookingId}
          kind="calm"
          bookingId={booking.bookingId}
          title={t('hold.held', { seats: booking.seats })}
          start={booking}
          city={city}
          takesFocus={booking.bookingId === newest}
          time={<Countdown until={booking.expiresAt} clock={clock} over={t('hold.time-up')} />}
          action={
            <ButtonLink kind="action" href={`/bookings/${booking.bookingId}`}>
              {t(booking.price.amount === 0 ? 'pay.go-to-free' : 'pay.go-to')}
            </ButtonLink>
          }
        />
      ))}
    </>
  )
}
