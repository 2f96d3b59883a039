import type { ReactNode } from 'react'
import styles from './Cards.module.css'

/** As many columns as there is room for; its children are list items. */
export function Cards({ children }: { children: ReactNode }) {
  return <ul className={styles.cards}>{children}</ul>
}
