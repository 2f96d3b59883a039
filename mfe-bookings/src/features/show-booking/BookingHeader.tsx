import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { Picture } from '@fernweh/ui/content/Picture'
import { PlaceName } from '@fernweh/ui/content/PlaceName'
import { PlaceTime } from '@fernweh/ui/content/PlaceTime'
import { Price } from '@fernweh/ui/content/Price'
import { BookingTitle } from '../../booking/BookingTitle.tsx'
import { SeatCount } from '../../booking/SeatCount.tsx'
import { toTotalPrice } from '../../booking/total-price.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './BookingHeader.module.css'

export function BookingHeader({ booking }: { booking: Booking }) {
  const { t, locale } = useMessages()
  const { experienceId, offer, seats } = booking
  return (
    <header className={styles.head}>
      <div className={styles.picture}>
        <Picture picture={offer?.picture ?? null} alt="" sizes="(min-width: 40rem) 16rem, 66vw" priority />
      </div>
      <div className={styles.details}>
        <h1 className={styles.title}>
          <a href={`/e/${experienceId}`}>
            <BookingTitle title={offer} fallback={t('booking.untitled')} />
          </a>
        </h1>
        <p className={styles.when}>
          <PlaceTime start={booking} place={offer && cityIn(offer, locale)} />
        </p>
        {offer?.city && (
          <p>
            <PlaceName city={cityIn(offer, locale) ?? ''} country={offer.country} place={offer.place} />
          </p>
        )}
        <p>
          <SeatCount seats={seats} /> · <Price price={toTotalPrice(booking)} />
        </p>
      </div>
    </header>
  )
}
