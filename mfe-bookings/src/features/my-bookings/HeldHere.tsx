import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Host } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { toPrice } from '@fernweh/ui/Price'
import type { Clock } from '@fernweh/ui/use-clock'
import { toSeats, toTotal } from '../../words.ts'
import styles from './HeldHere.module.css'
import { toStatusWords } from './status-words.ts'

interface HeldHereProps {
  held: Booking[]
  /** The last that changed while the page was open. */
  lastChanged: Booking | undefined
  host: Host
  clock: Clock
}

/** What this person holds of the experience on the page; how it goes on is on the booking's own page. */
export function HeldHere({ held, lastChanged, host, clock }: HeldHereProps) {
  return (
    <>
      <Notices>
        {lastChanged && (
          <Notice kind={lastChanged.status === 'confirmed' ? 'calm' : 'loss'}>{toStatusWords(lastChanged)}</Notice>
        )}
      </Notices>
      {held.map((booking) => (
        <HeldNotice key={booking.bookingId} booking={booking} locale={host.locale} clock={clock} />
      ))}
    </>
  )
}

function HeldNotice({ booking, locale, clock }: { booking: Booking; locale: string; clock: Clock }) {
  return (
    <Notice kind="calm">
      <div className={styles.held} data-booking={booking.bookingId}>
        <p>
          You hold <strong>{toSeats(booking.seats)}</strong>
        </p>
        <p>
          <PlaceTime instant={booking.startsAt} zone={booking.zone} />
        </p>
        <p>
          <Countdown until={booking.expiresAt} clock={clock} over="Time is up" />
        </p>
        <p>
          <ButtonLink kind="action" href={`/bookings/${booking.bookingId}`}>
            <span suppressHydrationWarning>Pay {toPrice(toTotal(booking), locale)}</span>
          </ButtonLink>
        </p>
      </div>
    </Notice>
  )
}
