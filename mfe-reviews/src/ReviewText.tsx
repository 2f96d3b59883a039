import type { Review } from '@fernweh/contracts/feeds/reviews'
import { Stars } from '@fernweh/ui/content/Rating'
import { FoldedText } from './FoldedText.tsx'
import { useMessages } from './messages/use-messages.ts'
import styles from './ReviewText.module.css'
import { VerifiedBadge } from './VerifiedBadge.tsx'

/** Nobody knows which language a text is in: its letters say which way it runs. */
export function ReviewText({ review: { rating, text, verified } }: { review: Review }) {
  const { t } = useMessages()
  return (
    <>
      <p className={styles.rating}>
        <Stars value={rating} words={t('stars.rating', { rating })} />
        {verified && <VerifiedBadge />}
      </p>
      <FoldedText text={text} />
    </>
  )
}
