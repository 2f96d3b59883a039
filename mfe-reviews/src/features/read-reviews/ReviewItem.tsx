import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import { joinClasses } from '@fernweh/ui/join-classes'
import { Stars } from '@fernweh/ui/Rating'
import styles from './ReviewItem.module.css'
import { VerifiedBadge } from './VerifiedBadge.tsx'

interface ReviewItemProps {
  review: Review
  /** Of the reader's own review, null for everybody else's. */
  status: MyReview['status'] | null
  /** Came while the page was open. */
  fresh: boolean
  locale: string
}

export function ReviewItem({ review, status, fresh, locale }: ReviewItemProps) {
  const { authorName, rating, text, verified, writtenAt } = review
  return (
    <li className={joinClasses(styles.review, fresh && styles.fresh)} data-review={review.reviewId}>
      <p className={styles.heading}>
        <Stars value={rating} words={`${rating} of 5`} />
        {verified && <VerifiedBadge />}
      </p>
      <p className={styles.text}>{text}</p>
      <p className={styles.soft}>
        {authorName ?? 'Someone who has left'} ·{' '}
        <time dateTime={writtenAt} suppressHydrationWarning>
          {toMonth(writtenAt, locale)}
        </time>
        {status !== null && <Status status={status} />}
      </p>
    </li>
  )
}

function Status({ status }: { status: MyReview['status'] }) {
  return status === 'on-its-way' ? (
    <span className={styles.waiting}>Yours, on its way</span>
  ) : (
    <span className={styles.published}>Yours, published</span>
  )
}

function toMonth(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(instant))
}
