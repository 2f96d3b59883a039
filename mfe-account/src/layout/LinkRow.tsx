import type { ReactNode } from 'react'
import styles from './LinkRow.module.css'

/** Where else one may go from here: links, one beside the other. */
export function Ways({ children }: { children: ReactNode }) {
  return <p className={styles.ways}>{children}</p>
}
