import { useMessages } from '../use-messages.ts'
import styles from './Rating.module.css'

const TENTHS = [
  styles.tenth0,
  styles.tenth1,
  styles.tenth2,
  styles.tenth3,
  styles.tenth4,
  styles.tenth5,
  styles.tenth6,
  styles.tenth7,
  styles.tenth8,
  styles.tenth9,
  styles.tenth10,
]

/** Five stars to the nearest half, cut out of two bars: a list shows dozens. `words` is what a screen reader says instead. */
export function Stars({ value, words }: { value: number; words: string }) {
  return (
    <span className={styles.stars} role="img" aria-label={words}>
      <span className={TENTHS[Math.round(value * 2)]} />
    </span>
  )
}

interface RatingProps {
  /** Null without any rating. */
  average: number | null
  count: number
}

export function Rating({ average, count }: RatingProps) {
  const { t, locale } = useMessages()
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
