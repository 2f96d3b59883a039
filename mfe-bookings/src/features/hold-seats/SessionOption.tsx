import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { SessionStart } from '@fernweh/contracts/local-time'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { toClockTime, toDayAndTime, toOwnTime } from '@fernweh/ui/content/PlaceTime'
import { Price } from '@fernweh/ui/content/Price'
import { ValueChange } from '@fernweh/ui/content/ValueChange'
import { Announcement } from '@fernweh/ui/feedback/Notice'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { toTotalPrice } from '../../booking/total-price.ts'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { toAvailability } from './availability.ts'
import styles from './SessionOption.module.css'

interface SessionOptionProps {
  session: Versioned<SessionSeats>
  isDefault: boolean
  isSelected: boolean
  /** Size of the party. */
  seats: number
  /** How many of the seats the person holds. */
  ownSeats: number
  host: TeamHost
}

export function SessionOption({ session, isDefault, isSelected, seats, ownSeats, host }: SessionOptionProps) {
  const { data } = useFeed(host, session)
  const { t, locale } = useMessages()
  const { sessionId, startsAt, seatsLeft, price } = data
  const availability = toAvailability(seatsLeft, seats)
  // Without script the size of the party is chosen below, so only what is sold out is certain.
  const fits = seatsLeft >= (useHydrated() ? seats : 1)
  const text = t(`availability.${availability}`, { seats: seatsLeft })
  return (
    <label className={styles.option} data-session={sessionId}>
      <input type="radio" name="sessionId" value={sessionId} defaultChecked={isDefault} disabled={!fits} required />
      <span className={styles.details}>
        <time className={styles.when} dateTime={startsAt}>
          <span className={styles.clock} suppressHydrationWarning>
            {toClockTime(data, locale)}
          </span>
          <ReaderTime start={data} />
        </time>{' '}
        <span className={styles[availability]}>
          <ValueChange>{text}</ValueChange>
        </span>
        {ownSeats > 0 && <span className={styles.own}>{t('hold.held', { seats: ownSeats })}</span>}
      </span>{' '}
      <span className={styles.price}>
        <Price price={toTotalPrice({ price, seats })} />
      </span>
      {isSelected && <Announcement>{`${toDayAndTime(data, locale)}: ${text}`}</Announcement>}
    </label>
  )
}

/** The time in the reader's own zone, if it differs; the zone is known in the browser only. */
function ReaderTime({ start }: { start: SessionStart }) {
  const { t, locale } = useMessages()
  const time = useHydrated() ? toOwnTime(start, locale) : ''
  return (
    time && (
      <>
        {' '}
        <span className={styles.reader}>{t('sessions.own-time', { time })}</span>
      </>
    )
  )
}
