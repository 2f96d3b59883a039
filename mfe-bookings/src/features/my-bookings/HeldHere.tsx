import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { ButtonLink } from '@fernweh/ui/Button'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { toPrice } from '@fernweh/ui/Price'
import type { Clock } from '@fernweh/ui/use-clock'
import { HeldCard } from '../../HeldCard.tsx'
import { toTotal } from '../../total.ts'
import { useMessages } from '../../use-messages.ts'
import { statusOf } from './status.ts'

interface HeldHereProps {
  held: Booking[]
  /** Where they are. */
  city: string | null
  /** What was held on this page just now. */
  newest: string | undefined
  /** The last that changed while the page was open. */
  lastChanged: Booking | undefined
  clock: Clock
}

/** What this person holds of the experience on the page; how it goes on is on the booking's own page. */
export function HeldHere({ held, city, newest, lastChanged, clock }: HeldHereProps) {
  const { t, locale } = useMessages()
  return (
    <>
      <Notices>
        {lastChanged && (
          <Notice kind={lastChanged.status === 'confirmed' ? 'calm' : 'loss'}>
            {t(`status.${statusOf(lastChanged)}`)}
          </Notice>
        )}
      </Notices>
      {held.map((booking) => (
        <HeldCard
          key={booking.bookingId}
          kind="calm"
          bookingId={booking.bookingId}
          title={t('hold.held', { seats: booking.seats })}
          startsAt={booking.startsAt}
          zone={booking.zone}
          city={city}
          takesFocus={booking.bookingId === newest}
          time={<Countdown until={booking.expiresAt} clock={clock} over={t('hold.time-up')} />}
          action={
            <ButtonLink kind="action" href={`/bookings/${booking.bookingId}`}>
              <span suppressHydrationWarning>{t('pay.button', { price: toPrice(toTotal(booking), locale) })}</span>
            </ButtonLink>
          }
        />
      ))}
    </>
  )
}
