import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  /** A heading of the right level. */
  title: ReactNode
  /** What it means, and what to do. */
  children: ReactNode
}

/** Nothing here: an empty horizon, a plain sentence, and a way on. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg className={styles.picture} viewBox="0 0 160 32" width="160" height="32" aria-hidden="true">
        <path className={styles.sun} d="M104 24a14 14 0 0 1 28 0z" />
        <path className={styles.line} d="M0 24.5h160M100 28.5h36M110 31.5h16" />
      </svg>
      {title}
      {children}
    </div>
  )
}
