import { useMessages } from './messages/use-messages.ts'
import styles from './VerifiedBadge.module.css'

/** The author booked here and has been there: the sun has come down on its horizon. */
export function VerifiedBadge() {
  const { t } = useMessages()
  return (
    <span className={styles.badge}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M3.5 10a4.5 4.5 0 0 1 9 0z" className={styles.sun} />
        <path d="M1 12h14" className={styles.line} />
      </svg>
      {t('review.verified')}
    </span>
  )
}
