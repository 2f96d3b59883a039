import styles from './VerifiedBadge.module.css'

/** The author booked here and has been there: the sun has come down on its horizon. */
export function VerifiedBadge() {
  return (
    <span className={styles.badge}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M4.5 11a3.5 3.5 0 0 1 7 0z" className={styles.sun} />
        <path d="M1 11h14M5 14h6" className={styles.line} />
      </svg>
      Verified visit
    </span>
  )
}
