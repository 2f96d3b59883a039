import type { ReactNode } from 'react'
import styles from './Disclosure.module.css'

interface DisclosureProps {
  summary: ReactNode
  children: ReactNode
  /** Open from the start. */
  open?: boolean
}

/** More for those who ask; works without script. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details className={styles.disclosure} open={open}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  )
}
