import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import { Announcement } from '@fernweh/ui/feedback/Notice'
import { type Ref, useState } from 'react'
import { useMessages } from '../../messages/use-messages.ts'
import { ReviewItem } from './ReviewItem.tsx'
import styles from './ReviewItems.module.css'

interface ReviewListProps {
  reviews: Review[]
  mine: MyReview | null
  /** The first that was not shown before somebody asked for more. */
  firstMore?: { at: number; ref: Ref<HTMLLIElement> } | undefined
}

export function ReviewItems({ reviews, mine, firstMore }: ReviewListProps) {
  const { t } = useMessages()
  const [opened] = useState(() => reviews[0]?.writtenAt ?? '')
  const newest = reviews.find(({ writtenAt }) => writtenAt > opened)
  return (
    <>
      <ul className={styles.list}>
        {reviews.map((review, at) => (
          <ReviewItem
            key={review.reviewId}
            review={review}
            status={review.reviewId === mine?.review.reviewId ? mine.status : null}
            fresh={review.writtenAt > opened}
            itemRef={at === firstMore?.at ? firstMore.ref : undefined}
          />
        ))}
      </ul>
      <Announcement>
        {newest && t('reviews.new', { name: newest.authorName ?? t('reviews.someone'), rating: newest.rating })}
      </Announcement>
    </>
  )
}
