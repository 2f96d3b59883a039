import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { ListData } from '@fernweh/contracts/parts/reviews'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Rating } from '@fernweh/ui/Rating'
import { useState } from 'react'
import { MoreReviews } from '../features/read-reviews/MoreReviews.tsx'
import { RatingBars } from '../features/read-reviews/RatingBars.tsx'
import { ReviewList } from '../features/read-reviews/ReviewList.tsx'
import { useMoreReviews } from '../features/read-reviews/use-more-reviews.ts'
import { WriteReview } from '../features/write-review/WriteReview.tsx'
import { toMyReview, toShownReviews } from '../my-review.ts'
import { useWords } from '../words.ts'
import styles from './List.module.css'

export function List({ data, host, intention, outcome }: PartProps<ListData>) {
  const { t } = useWords()
  const { average, count, stars, reviews } = useFeed(host, data.rating).data
  const [written, setWritten] = useState<{ mine: MyReview | null; invitations: ListData['invitations'] }>(data)
  const { invitations } = written
  const [invitation = null, ...later] = invitations
  const { shown, hasMore, href, more, firstMore } = useMoreReviews(host, data, reviews, count)
  const mine = toMyReview(written.mine, reviews)
  return (
    <section id="review" className={styles.part} aria-labelledby="reviews-list">
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
        intention={`${intention}-${invitations.length}`}
        outcome={outcome}
        onSent={(sent) => setWritten({ mine: sent, invitations: later })}
      />
      <ReviewList reviews={toShownReviews(mine, shown)} mine={mine} firstMore={firstMore} />
      {hasMore && <MoreReviews href={href} onMore={() => void more()} />}
    </section>
  )
}
