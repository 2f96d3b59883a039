import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import { Portrait } from '@fernweh/ui/content/Portrait'
import { joinClasses } from '@fernweh/ui/join-classes'
import type { Ref } from 'react'
import { Month } from '../../Month.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import { ReviewText } from '../../ReviewText.tsx'
import styles from './ReviewItem.module.css'

interface ReviewItemProps {
  review: Review
  /** Of the reader's own review, null for everybody else's. */
  status: MyReview['status'] | null
  /** Came while the page was open. */
  fresh: boolean
  /** Takes the focus when it is the first of those that were asked for. */
  itemRef?: Ref<HTMLLIElement> | undefined
}

export function ReviewItem({ review, status, fresh, itemRef }: ReviewItemProps) {
  const { t } = useMessages()
  return (
    <li
      className={joinClasses(styles.review, fresh && styles.fresh)}
      data-review={review.reviewId}
      ref={itemRef}
      tabIndex={itemRef ? -1 : undefined}
    >
      <div className={styles.author}>
        <Portrait name={review.authorName ?? '·'} seed={review.authorId} />
        <div>
          <Author review={review} isPublished={status !== 'on-its-way'} />
          <p className={styles.soft}>
            <Month instant={review.writtenAt} />
            {status !== null && <span className={styles[status]}>{t(`review.${status}`)}</span>}
          </p>
        </div>
      </div>
      <ReviewText review={review} />
    </li>
  )
}

/** Who has left has no page any more; whose first review is on its way has none yet. */
function Author({ review: { authorId, authorName }, isPublished }: { review: Review; isPublished: boolean }) {
  const { t } = useMessages()
  if (authorName === null) return <p className={styles.name}>{t('review.former-member')}</p>
  const name = <bdi>{authorName}</bdi>
  return <p className={styles.name}>{isPublished ? <a href={`/people/${authorId}`}>{name}</a> : name}</p>
}
