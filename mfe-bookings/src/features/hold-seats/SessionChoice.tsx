import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Announcement } from '@fernweh/ui/Notice'
import { toClockTime, toDayAndTime, toOwnTime } from '@fernweh/ui/PlaceTime'
import { toPrice } from '@fernweh/ui/Price'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { ValueChange } from '@fernweh/ui/ValueChange'
import { useMessages } from '../../use-messages.ts'
import { toAvailability } from './availability.ts'
import styles from './SessionChoice.module.css'

interface SessionChoiceProps {
  session: Versioned<SessionSeats>
  /** Chosen at first. */
  opened: boolean
  chosen: boolean
  seats: number
  host: Host
}

export function SessionChoice({ session, opened, chosen, seats, host }: SessionChoiceProps) {
  const { data } = useFeed(host, session)
  const { t, locale } = useMessages()
  const { sessionId, startsAt, zone, seatsLeft, price } = data
  const availability = toAvailability(seatsLeft)
  const words = t(`availability.${availability}`, { seats: seatsLeft })
  return (
    <label className={styles.choice} data-session={sessionId}>
      <input type="radio" name="sessionId" value={sessionId} defaultChecked={opened} required />
      <span className={styles.words}>
        <time className={styles.when} dateTime={startsAt}>
          <span className={styles.clock} suppressHydrationWarning>
            {toClockTime(startsAt, zone, locale)}
          </span>
          <OwnTime startsAt={startsAt} zone={zone} />
        </time>{' '}
        <span className={styles[availability]}>
          <ValueChange>{words}</ValueChange>
        </span>
      </span>{' '}
      <span className={styles.price} suppressHydrationWarning>
        {toPrice({ ...price, amount: price.amount * seats }, locale)}
      </span>
      {chosen && <Announcement>{`${toDayAndTime(startsAt, zone, locale)}: ${words}`}</Announcement>}
    </label>
  )
}

/** The reader's own clock, where it differs; known as soon as the reader's zone is. */
function OwnTime({ startsAt, zone }: Pick<SessionSeats, 'startsAt' | 'zone'>) {
  const { t, locale } = useMessages()
  const time = useHydrated() ? toOwnTime(startsAt, zone, locale) : ''
  return (
    time && (
      <>
        {' '}
        <span className={styles.own}>{t('sessions.own-time', { time })}</span>
      </>
    )
  )
}
