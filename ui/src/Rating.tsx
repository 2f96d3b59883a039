import styles from './Rating.module.css'
import { useWords } from './words.ts'

const STAR = 'M8 .8 10.2 5.5l5.1.6-3.8 3.5 1 5.1L8 12.2l-4.5 2.5 1-5.1L.7 6.1l5.1-.6z'
const HALF = 'M8 .8v11.4l-4.5 2.5 1-5.1L.7 6.1l5.1-.6z'

/** Five stars to the nearest half. `words` is what a screen reader says instead. */
export function Stars({ value, words }: { value: number; words: string }) {
  const halves = Math.round(value * 2)
  return (
    <svg className={styles.stars} role="img" aria-label={words} viewBox="0 0 92 16" width="92" height="16">
      {[0, 1, 2, 3, 4].map((star) => (
        <g key={star} transform={`translate(${star * 19})`}>
          <path d={STAR} className={styles.empty} />
          {halves > star * 2 && <path d={halves > star * 2 + 1 ? STAR : HALF} className={styles.full} />}
        </g>
      ))}
    </svg>
  )
}

interface RatingProps {
  /** Null without any rating. */
  average: number | null
  count: number
}

export function Rating({ average, count }: RatingProps) {
  const { t, locale } = useWords()
  if (average === null) return <span className={styles.none}>{t('ui.rating.none')}</span>
  const shown = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(average)
  return (
    <span className={styles.rating}>
      <Stars value={average} words={t('ui.rating.of-five', { rating: shown })} />
      <span className={styles.number} aria-hidden="true">
        {shown}
      </span>
      <span className={styles.count}>{t('ui.rating.count', { count })}</span>
    </span>
  )
}
