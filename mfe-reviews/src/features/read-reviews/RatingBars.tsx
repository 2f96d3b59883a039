import { VisuallyHidden } from '@fernweh/ui/layout/VisuallyHidden'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './RatingBars.module.css'

/** How many gave five stars, four, and so on: from one to five, as the feed says it. */
export function RatingBars({ stars }: { stars: number[] }) {
  const { t } = useMessages()
  const most = Math.max(1, ...stars)
  return (
    <ul className={styles.bars}>
      {[5, 4, 3, 2, 1].map((value) => {
        const count = stars[value - 1] ?? 0
        return (
          <li key={value} className={styles.row}>
            <VisuallyHidden>{t('stars.row', { stars: value, count })}</VisuallyHidden>
            <span className={styles.number} aria-hidden="true">
              {value}
            </span>
            <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.ground} width="100" height="4" />
              <rect className={styles.fill} width={(100 * count) / most} height="4" />
            </svg>
            <span className={styles.number} aria-hidden="true">
              {count}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
