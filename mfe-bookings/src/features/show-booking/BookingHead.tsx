import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Picture } from '@fernweh/ui/Picture'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { Price } from '@fernweh/ui/Price'
import { Seats } from '../../Seats.tsx'
import { Title } from '../../Title.tsx'
import { toTotal } from '../../total.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './BookingHead.module.css'

export function BookingHead({ booking }: { booking: Booking }) {
  const { t } = useMessages()
  const { experienceId, offer, startsAt, zone, seats } = booking
  return (
    <header className={styles.head}>
      <div className={styles.picture}>
        <Picture picture={offer?.picture ?? null} alt="" sizes="(min-width: 40rem) 16rem, 66vw" priority />
      </div>
      <div className={styles.words}>
        <h1 className={styles.title}>
          <a href={`/e/${experienceId}`}>
            <Title offer={offer} unnamed={t('booking.untitled')} />
          </a>
        </h1>
        <p className={styles.when}>
          <PlaceTime instant={startsAt} zone={zone} place={offer?.city} />
        </p>
        <p>
          <Seats seats={seats} /> · <Price price={toTotal(booking)} />
        </p>
      </div>
    </header>
  )
}
