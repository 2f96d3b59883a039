import type { ListData } from '@fernweh/contracts/parts/reviews'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Rating } from '@fernweh/ui/Rating'
import { useState } from 'react'
import { ReviewList } from '../features/read-reviews/ReviewList.tsx'
import { WriteReview } from '../features/write-review/WriteReview.tsx'
import { toMyReview, toShownReviews } from '../my-review.ts'
import styles from './List.module.css'

export function List({ data, host }: PartProps<ListData>) {
  const { average, count, reviews } = useFeed(host, data.rating).data
  const [answered, setAnswered] = useState(data.mine)
  const mine = toMyReview(answered, reviews)
  return (
    <section className={styles.part} aria-labelledby="reviews-list">
      <div className={styles.heading}>
        <h2 id="reviews-list">What people say</h2>
        <Rating average={average} count={count} locale={host.locale} />
      </div>
      <ReviewList reviews={toShownReviews(mine, reviews)} mine={mine} locale={host.locale} />
      <WriteReview {...data} mine={mine} host={host} onSent={setAnswered} />
    </section>
  )
}
