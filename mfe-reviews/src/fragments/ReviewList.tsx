import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { ReviewListData } from '@fernweh/contracts/fragments/reviews'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { Rating } from '@fernweh/ui/content/Rating'
import { useState } from 'react'
import { MoreReviews } from '../features/read-reviews/MoreReviews.tsx'
import { RatingBars } from '../features/read-reviews/RatingBars.tsx'
import { ReviewItems } from '../features/read-reviews/ReviewItems.tsx'
import { useMoreReviews } from '../features/read-reviews/use-more-reviews.ts'
import { WriteReview } from '../features/write-review/WriteReview.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import { toMyReview, toShownReviews } from '../my-review.ts'
import styles from './ReviewList.module.css'

export function ReviewList({ data, host, idempotencyKey, outcome }: TeamFragmentProps<ReviewListData>) {
  const { t } = useMessages()
  const { average, count, stars, reviews } = useFeed(host, data.rating).data
  const [written, setWritten] = useState<{ mine: MyReview | null; invitations: ReviewListData['invitations'] }>(data)
  const { invitations } = written
  const [invitation = null, ...later] = invitations
  const { shown, hasMore, href, more, firstMore } = useMoreReviews(host, data, reviews, count)
  const mine = toMyReview(written.mine, reviews)
  return (
    <section id="review" className={styles.fragment} aria-labelledby="reviews-list">
      <div className={styles.summary}>
        <div className={styles.heading}>
          <h2 id="reviews-list">{t('reviews.heading')}</h2>
          <Rating average={average} count={count} />
        </div>
        {count > 0 && <RatingBars stars={stars} />}
      </div>
      <WriteReview
        invitation={invitation}
        mine={mine}
        page={data.page}
        host={host}
        idempotencyKey={`${idempotencyKey}-${invitations.length}`}
        outcome={outcome}
        onSent={(sent) => setWritten({ mine: sent, invitations: later })}
      />
      <ReviewItems reviews={toShownReviews(mine, shown)} mine={mine} firstMore={firstMore} />
      {hasMore && <MoreReviews href={href} onMore={() => void more()} />}
    </section>
  )
}
