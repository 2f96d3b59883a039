import type { ReactNode } from 'react'
import styles from './LinkRow.module.css'

/** Links to related pages, side by side. */
export function LinkRow({ children }: { children: ReactNode }) {
  return <p className={styles.row}>{children}</p>
}
