import type { SearchResult } from '@fernweh/contracts/api/search'
import type { ExperienceCard, NextSession } from '@fernweh/contracts/feeds/search'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Card } from '@fernweh/ui/Card'
import { Duration } from '@fernweh/ui/Duration'
import { Picture } from '@fernweh/ui/Picture'
import { toDay } from '@fernweh/ui/PlaceTime'
import { toPrice } from '@fernweh/ui/Price'
import { Rating } from '@fernweh/ui/Rating'
import { ValueChange } from '@fernweh/ui/ValueChange'
import { useMessages } from '../use-messages.ts'
import styles from './ListingCard.module.css'
import { textFor } from './text-for.ts'

/** From here on a card says that seats are running out. */
const FEW = 3

interface ListingCardProps {
  found: SearchResult
  /** The session that was asked for is shown, and not the next one. */
  asked?: boolean
  sizes: string
  priority?: boolean
  host: Host
}

export function ListingCard({ found, asked = false, sizes, priority = false, host }: ListingCardProps) {
  const { t, locale } = useMessages()
  const { data } = useFeed(host, found)
  const { experienceId, picture, city, category, durationMinutes, price, rating, next } = data
  const { text, mark } = textFor<Pick<ExperienceCard, 'title'>, ExperienceCard>(data, locale)
  return (
    <Card
      picture={
        <div data-picture={experienceId}>
          <Picture picture={picture} alt="" sizes={sizes} priority={priority} />
        </div>
      }
      kicker={`${city} · ${t(`category.${category}`)}`}
      title={text.title}
      {...mark}
      href={`/e/${experienceId}`}
    >
      <p>
        <Rating {...rating} />
      </p>
      <p className={styles.line}>
        <span className={styles.price}>
          <ValueChange>{toPrice(price, locale)}</ValueChange>{' '}
          <span className={styles.soft}>{t('card.per-person')}</span>
        </span>
        <span className={styles.soft}>
          <Duration minutes={durationMinutes} />
        </span>
      </p>
      <Session session={asked ? found.session : next} live={next} />
    </Card>
  )
}

/** Only of the next session the seats are live, and only what is live is called scarce. */
function Session({ session, live }: { session: NextSession | null; live: NextSession | null }) {
  const { t, locale } = useMessages()
  if (session === null) return <p className={styles.soft}>{t('card.no-seats')}</p>
  return (
    <p className={styles.line}>
      <time className={styles.soft} dateTime={session.startsAt} suppressHydrationWarning>
        {toDay(session.startsAt, session.zone, locale)}
      </time>
      {live?.sessionId === session.sessionId && <Seats left={live.seatsLeft} />}
    </p>
  )
}

export function Seats({ left }: { left: number }) {
  const { t } = useMessages()
  const words = left <= FEW ? t('card.few-seats', { left }) : t('card.seats', { left })
  return (
    <span className={left <= FEW ? styles.few : styles.soft}>
      <ValueChange>{words}</ValueChange>
    </span>
  )
}
