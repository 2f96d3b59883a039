import type { Review } from '@fernweh/contracts/feeds/reviews'
import { Stars } from '@fernweh/ui/Rating'
import styles from './ReviewText.module.css'
import { VerifiedBadge } from './VerifiedBadge.tsx'
import { useWords } from './words.ts'

/** Nobody knows which language a text is in: its letters say which way it runs. */
export function ReviewText({ review: { rating, text, verified } }: { review: Review }) {
  const { t } = useWords()
  return (
    <>
      <p className={styles.rating}>
        <Stars value={rating} words={t('stars.rating', { rating })} />
        {verified && <VerifiedBadge />}
      </p>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </>
  )
}
