import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import { Announcement } from '@fernweh/ui/Notice'
import { useState } from 'react'
import { ReviewItem } from './ReviewItem.tsx'
import styles from './ReviewList.module.css'

interface ReviewListProps {
  reviews: Review[]
  mine: MyReview | null
  locale: string
}

export function ReviewList({ reviews, mine, locale }: ReviewListProps) {
  const [opened] = useState(() => new Set(reviews.map(({ reviewId }) => reviewId)))
  const newest = reviews.find(({ reviewId }) => !opened.has(reviewId))
  return (
    <>
      <ul className={styles.list}>
        {reviews.map((review) => (
          <ReviewItem
            key={review.reviewId}
            review={review}
            status={review.reviewId === mine?.review.reviewId ? mine.status : null}
            fresh={!opened.has(review.reviewId)}
            locale={locale}
          />
        ))}
      </ul>
      <Announcement>{newest && `New review by ${newest.authorName ?? 'someone'}: ${newest.rating} of 5`}</Announcement>
    </>
  )
}
