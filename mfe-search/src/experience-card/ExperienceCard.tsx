import type { SearchFilters, SearchResult } from '@fernweh/contracts/api/search'
import { cityIn } from '@fernweh/contracts/browser/city-names'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import { MAX_FEW_SEATS } from '@fernweh/contracts/browser/seats'
import { withSessionChoice } from '@fernweh/contracts/browser/session-choice'
import { toPlaceDay } from '@fernweh/contracts/browser/time-format'
import type { NextSession } from '@fernweh/contracts/feeds/search'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { Duration } from '@fernweh/ui/content/Duration'
import { Picture } from '@fernweh/ui/content/Picture'
import { toDay } from '@fernweh/ui/content/PlaceTime'
import { usePriceText } from '@fernweh/ui/content/Price'
import { Rating } from '@fernweh/ui/content/Rating'
import { ValueChange } from '@fernweh/ui/content/ValueChange'
import { Card } from '@fernweh/ui/layout/Card'
import type { TeamHost } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './ExperienceCard.module.css'
import { localizedText } from './localized-text.ts'

interface ExperienceCardProps {
  result: SearchResult
  /** The search that the result is shown for: its session and party size are chosen on the experience's page. */
  search?: Pick<SearchFilters, 'from' | 'to' | 'seats'>
  sizes: string
  priority?: boolean
  host: TeamHost
}

export function ExperienceCard({ result, search, sizes, priority = false, host }: ExperienceCardProps) {
  const { t, locale } = useMessages()
  const toPriceText = usePriceText()
  const { data } = useFeed(host, result)
  const filtersBySession = (search?.from ?? search?.to ?? search?.seats) !== undefined
  const { experienceId, picture, category, durationMinutes, price, rating, next } = data
  const { text, attributes } = localizedText<{ title: string }, SearchResult['data']>(data, locale)
  return (
    <Card
      picture={
        <div data-picture={experienceId}>
          <Picture picture={picture} alt="" sizes={sizes} priority={priority} />
        </div>
      }
      kicker={`${cityIn(data, locale)} · ${t(`category.${category}`)}`}
      title={text.title}
      {...attributes}
      href={filtersBySession ? toMatchedPath(result, search) : `/e/${experienceId}`}
    >
      <p>
        <Rating {...rating} />
      </p>
      <p className={styles.line}>
        <span className={styles.price}>
          <ValueChange>{toPriceText(price)}</ValueChange>
          {price.amount > 0 && <span className={styles.soft}> {t('card.per-person')}</span>}
        </span>
        <span className={styles.soft}>
          <Duration minutes={durationMinutes} />
        </span>
      </p>
      <p className={styles.soft}>{t('card.free-cancellation')}</p>
      <SessionLine session={filtersBySession ? result.session : next} next={next} />
    </Card>
  )
}

function toMatchedPath({ data, session }: SearchResult, { seats }: Pick<SearchFilters, 'seats'> = {}) {
  const from = session && toPlaceDay(session)
  const page = withQuery(`/e/${data.experienceId}`, { from })
  return withSessionChoice(page, { seats, sessionId: session?.sessionId ?? null })
}

/** Shows the session that matches the search, where that is about sessions, instead of the next one. Only the next session's seats are updated in real time, so only they are shown. */
function SessionLine({ session, next }: { session: NextSession | null; next: NextSession | null }) {
  const { t, locale } = useMessages()
  if (session === null) return <p className={styles.soft}>{t('card.no-seats')}</p>
  return (
    <p className={styles.line}>
      <time className={styles.soft} dateTime={session.startsAt} suppressHydrationWarning>
        {toDay(session, locale)}
      </time>
      {next?.sessionId === session.sessionId && <SeatsLeft left={next.seatsLeft} />}
    </p>
  )
}

export function SeatsLeft({ left }: { left: number }) {
  const { t } = useMessages()
  const text = left <= MAX_FEW_SEATS ? t('card.few-seats', { left }) : t('card.seats', { left })
  return (
    <span className={left <= MAX_FEW_SEATS ? styles.few : styles.soft}>
      <ValueChange>{text}</ValueChange>
    </span>
  )
}
