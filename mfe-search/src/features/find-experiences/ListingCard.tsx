import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Listing } from '@fernweh/contracts/feeds/search'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Card } from '@fernweh/ui/Card'
import { Landscape } from '@fernweh/ui/Landscape'
import { toDay } from '@fernweh/ui/PlaceTime'
import { Price } from '@fernweh/ui/Price'
import { Rating } from '@fernweh/ui/Rating'
import { Tick } from '@fernweh/ui/Tick'
import { toDuration } from '../../duration.ts'
import { sceneOf } from '../../scene.ts'
import styles from './ListingCard.module.css'

export function ListingCard({ listing, host }: { listing: Versioned<Listing>; host: Host }) {
  const { data } = useFeed(host, listing)
  const { experienceId, title, city, category, durationMinutes, price, rating, next } = data
  return (
    <Card
      picture={<Landscape seed={experienceId} scene={sceneOf(category)} />}
      kicker={`${city} · ${category} · ${toDuration(durationMinutes)}`}
      title={title}
      href={`/e/${experienceId}`}
    >
      <p>
        <Rating {...rating} />
      </p>
      <p className={styles.price}>
        <Price price={price} /> <span className={styles.soft}>a person</span>
      </p>
      <Next next={next} locale={host.locale} />
    </Card>
  )
}

function Next({ next, locale }: { next: Listing['next']; locale: string }) {
  if (next === null) return <p className={styles.soft}>No free seats at the moment</p>
  return (
    <p className={styles.line}>
      <time className={styles.soft} dateTime={next.startsAt} suppressHydrationWarning>
        {toDay(next.startsAt, next.zone, locale)}
      </time>
      <span className={next.seatsLeft <= 3 ? styles.few : styles.soft}>
        <Tick>{toSeats(next.seatsLeft)}</Tick>
      </span>
    </p>
  )
}

export function toSeats(left: number): string {
  const seats = left === 1 ? '1 seat left' : `${left} seats left`
  return left <= 3 ? `Only ${seats}` : seats
}
