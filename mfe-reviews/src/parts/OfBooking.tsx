import type { OfBookingData, Visited } from '@fernweh/contracts/parts/reviews'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { useState } from 'react'
import { ReviewList } from '../features/read-reviews/ReviewList.tsx'
import { WriteReview } from '../features/write-review/WriteReview.tsx'
import { toMyReview } from '../my-review.ts'
import { useVisited } from '../use-visited.ts'
import { useWords } from '../words.ts'
import styles from './List.module.css'

/** Nothing until the visit is over. */
export function OfBooking({ data, ...rest }: PartProps<OfBookingData>) {
  const visited = useVisited(rest.host, data)
  return visited && <ReviewOfVisit {...rest} page={data.page} visited={visited} />
}

interface ReviewOfVisitProps extends Omit<PartProps<OfBookingData>, 'data' | 'now'> {
  page: string
  visited: Visited
}

function ReviewOfVisit({ visited, ...form }: ReviewOfVisitProps) {
  const { t } = useWords()
  const { reviews } = useFeed(form.host, visited.rating).data
  const [written, setWritten] = useState(visited.mine)
  const mine = toMyReview(written, reviews)
  return (
    <section id="review" className={styles.part} aria-labelledby="reviews-of-booking">
      <h2 id="reviews-of-booking">{t('mine.heading')}</h2>
      <WriteReview {...form} invitation={mine ? null : visited.visit} mine={mine} onSent={setWritten} />
      <ReviewList reviews={mine ? [mine.review] : []} mine={mine} />
    </section>
  )
}
