import type { BookingReviewData, VisitReview } from '@fernweh/contracts/fragments/reviews'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { useState } from 'react'
import { ReviewItems } from '../features/read-reviews/ReviewItems.tsx'
import { WriteReview } from '../features/write-review/WriteReview.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import { toMyReview } from '../my-review.ts'
import { useVisited } from '../use-visited.ts'
import styles from './ReviewList.module.css'

/** Nothing until the visit is over. */
export function BookingReview({ data, ...rest }: TeamFragmentProps<BookingReviewData>) {
  const visited = useVisited(rest.host, data)
  return visited && <ReviewOfVisit {...rest} page={data.page} visited={visited} />
}

interface ReviewOfVisitProps extends Omit<TeamFragmentProps<BookingReviewData>, 'data' | 'now'> {
  page: string
  visited: VisitReview
}

function ReviewOfVisit({ visited, ...form }: ReviewOfVisitProps) {
  const { t } = useMessages()
  const { reviews } = useFeed(form.host, visited.rating).data
  const [written, setWritten] = useState(visited.mine)
  const mine = toMyReview(written, reviews)
  return (
    <section id="review" className={styles.fragment} aria-labelledby="reviews-of-booking">
      <h2 id="reviews-of-booking">{t('mine.heading')}</h2>
      <WriteReview {...form} invitation={mine ? null : visited.visit} mine={mine} onSent={setWritten} />
      <ReviewItems reviews={mine ? [mine.review] : []} mine={mine} />
    </section>
  )
}
