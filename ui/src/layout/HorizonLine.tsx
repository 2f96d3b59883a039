import styles from './HorizonLine.module.css'

/** The horizon as a progress line: a small sun travels along it while something is on its way. Says nothing by itself. */
export function HorizonLine() {
  return (
    <span className={styles.line} aria-hidden="true">
      <span className={styles.sun} />
    </span>
  )
}
